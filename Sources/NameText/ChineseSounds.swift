/// Foreign names in Chinese letters by the sounds that the letters stand for in them, which differ from their Mandarin readings: 克
/// is k where pinyin has ke, 尔 l where it has er, 加 ga.
///
/// After the usual letters of name transcription (Xinhua, "Names of the world's peoples", 1993), as common knowledge.
enum ChineseSounds {
  /// A whole word letter by letter; a letter that has no sound of its own here is read as in Mandarin.
  static func spelled(_ word: [UInt32]) -> [UInt8] {
    word.flatMap { letter -> [UInt8] in
      if let sound = sounds[letter] { return sound }
      guard let unicode = Unicode.Scalar(letter) else { return [] }
      return ForeignScript.shared.romanize(Array(String(Character(unicode)).utf8))
    }
  }

  /// Letters, simplified and traditional, before the sound that they share.
  private static let sounds: [UInt32: [UInt8]] = {
    let rows = """
      斯s 特t 克k 德d 夫f 弗f 尔l 爾l 姆m 布b 普p 格g 茨ts 兹z 茲z 什sh 施sh 奇ch 赫h 勒l 恩n 戈go 哥go 科ko 柯ko 加ga 嘉ga 基ki 吉gi 杰je 傑je \
      贾ja 賈ja 罗ro 羅ro 洛lo 诺no 諾no 托to 多do 索so 佐zo 波bo 博bo 维vi 維vi 瓦va 沃vo 文ven 万van 萬van 韦we 韋we 威wi 惠whi 怀whi 懷whi \
      谢she 謝she 西si 席si 希hi 夏sha 乔jo 喬jo 奥o 奧o 欧o 歐o 埃e 尤yu 约yo 約yo 伊i 亚a 亞a 乌u 烏u 厄e 古gu 盖ga 蓋ga 凯ka 凱ka 考ko 康kon \
      孔kon 高go 贡gon 貢gon 冈gon 岡gon 根gan 敦don 顿ton 頓ton 登den 丁din 廷tin 汤tom 湯tom 唐don 东don 東don 森sen 逊son 遜son 松son 桑san \
      伦lon 倫lon 隆lon 朗ran 龙lon 龍lon 蒙mon 孟men 麦mac 麥mac 迈mi 邁mi 梅me 默mer 内ne 內ne 奈ne 宁nin 寧nin 佩pe 蓬pon 彭pen 彼pe 珀per \
      贝be 貝be 鲍bo 鮑bo 蒂ti 奎que 夸qua 昆quen 坎can 豪ho 休hu 朱ju 若jo 切che 辛sin 金kin 京kin 雷re 赖ri 賴ri 莱le 萊le 路lu 鲁ru 魯ru 茹ru \
      里ri 理ri 瑞re 兰lan 蘭lan 劳lo 勞lo 刘lew 库ku 庫ku 卢lu 盧lu 萨sa 薩sa 塞se 泽ze 澤ze 策tse 岑tsen 尚shan 香shan 肖sho 绍sho 紹sho 沙sha 莎sha
      """
    var sounds: [UInt32: [UInt8]] = [:]
    for row in rows.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let letter = row.unicodeScalars.first { sounds[letter.value] = Array(row.utf8.dropFirst(3)) }
    }
    return sounds
  }()
}
