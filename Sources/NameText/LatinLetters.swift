/// Latin letters beyond ASCII: the letters without their marks, and the sound where the bare letter loses it.
///
/// One entry a letter: the letter, its ASCII spelling, and after a colon the spelling by sound, e.g. `čc:ch`: č is
/// written "c" where marks are dropped (as OFAC and passports do) and sounds as "ch". ASCII spellings agree with
/// ICU's `Latin-ASCII` (a test holds them equal, and lists the few that differ on purpose); sounds follow the
/// orthographies of Czech, Slovak, Serbo-Croatian, Polish, Romanian and Turkish.
enum LatinLetters {
  static let table = """
    Àa Áa Âa Ãa Äa Åa Æae Çc:ch Èe Ée Êe Ëe Ìi Íi Îi Ïi Ðd Ñn Òo Óo Ôo Õo Öo Øo Ùu Úu Ûu Üu Ýy Þth \
    ßss:s àa áa âa ãa äa åa æae çc:ch èe ée êe ëe ìi íi îi ïi ðd ñn òo óo ôo õo öo øo ùu úu ûu üu \
    ýy þth ÿy Āa āa Ăa ăa Ąa ąa Ćc:ch ćc:ch Ĉc:ch ĉc:ch Ċc ċc Čc:ch čc:ch Ďd ďd Đd đd Ēe ēe Ĕe ĕe \
    Ėe ėe Ęe ęe Ěe:ie ěe:ie Ĝg ĝg Ğg ğg Ġg ġg Ģg ģg Ĥh ĥh Ħh ħh Ĩi ĩi Īi īi Ĭi ĭi Įi įi İi ıi Ĳij \
    ĳij Ĵj:zh ĵj:zh Ķk ķk ĸk Ĺl ĺl Ļl ļl Ľl ľl Łl łl Ńn ńn Ņn ņn Ňn ňn ŉn Ŋng ŋng Ōo ōo Ŏo ŏo Őo őo \
    Œoe œoe Ŕr ŕr Ŗr ŗr Řr řr Śs:sh śs:sh Ŝs:sh ŝs:sh Şs:sh şs:sh Šs:sh šs:sh Ţt:ts ţt:ts Ťt ťt Ŧt \
    ŧt Ũu ũu Ūu ūu Ŭu ŭu Ůu ůu Űu űu Ųu ųu Ŵw ŵw Ŷy ŷy Ÿy Źz:zh źz:zh Żz:zh żz:zh Žz:zh žz:zh ſs ƀb \
    Ɓb Ɔo Ɖd Ɗd Əa əa Ɛe ɛe ƒf Ɣg Ɩi Ɨi Ƙk ƙk Ɲn ƞn Ɵo Ơo ơo Ʀyr Ưu ưu Ʋv Ƴy ƴy Ƶz ƶz Ʒzh Ǆdz ǅdz ǆdz Ǉlj \
    ǈlj ǉlj Ǌnj ǋnj ǌnj Ǎa ǎa Ǐi ǐi Ǒo ǒo Ǔu ǔu Ǖu ǖu Ǘu ǘu Ǚu ǚu Ǜu ǜu ǝe Ǟa ǟa Ǡa ǡa Ǥg ǥg Ǧg ǧg \
    Ǩk ǩk Ǫo ǫo Ǭo ǭo ǰj:zh Ǳdz ǲdz ǳdz Ǵg ǵg Ǹn ǹn Ǻa ǻa Ȁa ȁa Ȃa ȃa Ȅe ȅe Ȇe ȇe Ȉi ȉi Ȋi ȋi Ȍo ȍo \
    Ȏo ȏo Ȑr ȑr Ȓr ȓr Ȕu ȕu Ȗu ȗu Șs:sh șs:sh Țt:ts țt:ts Ȟh ȟh Ȥz ȥz Ȧa ȧa Ȩe ȩe Ȫo ȫo Ȭo ȭo Ȯo ȯo \
    Ȱo ȱo Ȳy ȳy Ƀb Ʉu Ɇe ɇe Ɉj ɉj Ɍr ɍr Ɏy ɏy Ḁa ḁa Ḃb ḃb Ḅb ḅb Ḇb ḇb Ḉc ḉc Ḋd ḋd Ḍd ḍd Ḏd ḏd Ḑd ḑd \
    Ḓd ḓd Ḕe ḕe Ḗe ḗe Ḙe ḙe Ḛe ḛe Ḝe ḝe Ḟf ḟf Ḡg ḡg Ḣh ḣh Ḥh ḥh Ḧh ḧh Ḩh ḩh Ḫh ḫh Ḭi ḭi Ḯi ḯi Ḱk ḱk \
    Ḳk ḳk Ḵk ḵk Ḷl ḷl Ḹl ḹl Ḻl ḻl Ḽl ḽl Ḿm ḿm Ṁm ṁm Ṃm ṃm Ṅn ṅn Ṇn ṇn Ṉn ṉn Ṋn ṋn Ṍo ṍo Ṏo ṏo Ṑo ṑo \
    Ṓo ṓo Ṕp ṕp Ṗp ṗp Ṙr ṙr Ṛr ṛr Ṝr ṝr Ṟr ṟr Ṡs ṡs Ṣs ṣs Ṥs ṥs Ṧs ṧs Ṩs ṩs Ṫt ṫt Ṭt ṭt Ṯt ṯt Ṱt ṱt \
    Ṳu ṳu Ṵu ṵu Ṷu ṷu Ṹu ṹu Ṻu ṻu Ṽv ṽv Ṿv ṿv Ẁw ẁw Ẃw ẃw Ẅw ẅw Ẇw ẇw Ẉw ẉw Ẋx ẋx Ẍx ẍx Ẏy ẏy Ẑz ẑz \
    Ẓz ẓz Ẕz ẕz ẖh:kh ẗt ẘw ẙy ẛs ẞss:s Ạa ạa Ảa ảa Ấa ấa Ầa ầa Ẩa ẩa Ẫa ẫa Ậa ậa Ắa ắa Ằa ằa Ẳa ẳa \
    Ẵa ẵa Ặa ặa Ẹe ẹe Ẻe ẻe Ẽe ẽe Ếe ếe Ềe ềe Ểe ểe Ễe ễe Ệe ệe Ỉi ỉi Ịi ịi Ọo ọo Ỏo ỏo Ốo ốo Ồo ồo \
    Ổo ổo Ỗo ỗo Ộo ộo Ớo ớo Ờo ờo Ởo ởo Ỡo ỡo Ợo ợo Ụu ụu Ủu ủu Ứu ứu Ừu ừu Ửu ửu Ữu ữu Ựu ựu Ỳy ỳy \
    Ỵy ỵy Ỷy ỷy Ỹy ỹy \

    """
}
