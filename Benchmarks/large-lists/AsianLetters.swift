/// Letters of Chinese and Korean names, the commonest first; written from common knowledge.
enum AsianLetters {
  static let chineseFamilies =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰施洪安颜牛温芦俞葛詹左聂章齐庄翁欧甘管游倪柯季盛辛祝耿涂葵"

  static let chineseGiven =
    "明国文华建志伟军平海春红晓玉秀丽英林永金小荣云生德成杰强东新光亮峰庆龙福辉刚正民宏忠立学义勇祥波斌宁兴超凯敏静芳娟燕霞艳萍玲梅兰桂珍凤莲娜洁雪琴婷慧颖佳欣怡雨子浩宇轩泽嘉俊宝良清江涛毅振武安康健鹏飞翔天乐思源启瑞琳瑶佩君如心爱仁礼智信孝贤达鸿泰昌盛茂森松柏竹岩山川河湖洋洲中华世长全元贵富有才发根水火土大家友利和顺道远博雅晨旭阳月星辰彬晋楠薇蕾莉莎萌悦璐诗梦涵琪"

  /// Hangul and Latin spellings.
  static let koreanFamilies = [
    ("김", "kim gim"), ("이", "lee yi ri rhee"), ("박", "park pak bak"), ("최", "choi choe"),
    ("정", "jung jeong chung jong"),
    ("강", "kang gang"), ("조", "cho jo"), ("윤", "yoon yun"), ("장", "jang chang"), ("임", "lim im rim"),
    ("한", "han"),
    ("오", "oh o"), ("서", "seo suh so"), ("신", "shin sin"), ("권", "kwon gwon"), ("황", "hwang"),
    ("안", "ahn an"),
    ("송", "song"), ("류", "ryu yoo"), ("전", "jeon chon jun"), ("홍", "hong"), ("고", "ko go"), ("문", "moon mun"),
    ("양", "yang ryang"), ("손", "son sohn"), ("배", "bae pae"), ("백", "baek paek"), ("허", "heo hur ho"),
    ("유", "yoo yu"),
    ("남", "nam"), ("심", "shim sim"), ("노", "noh ro no"), ("하", "ha"), ("곽", "kwak gwak"),
    ("성", "sung seong song"),
    ("차", "cha"), ("주", "joo ju chu"), ("우", "woo u"), ("구", "koo gu ku"), ("민", "min"), ("나", "na ra"),
    ("진", "jin chin"),
    ("지", "ji chi"), ("엄", "um eom om"), ("채", "chae"), ("원", "won"), ("천", "chun cheon chon"),
    ("방", "bang pang"),
    ("공", "kong gong"), ("현", "hyun hyeon hyon"), ("함", "ham"), ("변", "byun byeon pyon"), ("염", "yeom ryom"),
    ("여", "yeo ryo"), ("추", "choo chu"), ("도", "do to"), ("소", "so"), ("석", "seok sok suk"),
    ("선", "sun seon son"),
    ("설", "seol sol"), ("마", "ma"), ("길", "gil kil"), ("연", "yeon yon"), ("위", "wi"), ("표", "pyo"),
    ("명", "myung myong"),
    ("기", "ki gi"), ("반", "ban pan"), ("왕", "wang"), ("금", "keum gum kum"), ("옥", "ok"), ("육", "yook yuk"),
    ("인", "in"),
    ("맹", "maeng"), ("제", "je"), ("모", "mo"), ("탁", "tak"), ("국", "kook guk"), ("어", "eo o"), ("은", "eun un"),
    ("편", "pyeon"), ("용", "yong"),
  ]

  static let koreanGiven = [
    ("영", "young yong yeong"), ("정", "jung jeong jong"), ("성", "sung seong song"), ("민", "min"),
    ("지", "ji chi"),
    ("현", "hyun hyeon hyon"), ("수", "soo su"), ("준", "jun joon chun"), ("호", "ho"), ("진", "jin chin"),
    ("철", "chul chol cheol"),
    ("경", "kyung gyeong kyong"), ("희", "hee hui"), ("승", "seung sung"), ("우", "woo u"), ("선", "sun seon son"),
    ("상", "sang"), ("재", "jae chae"), ("동", "dong tong"), ("은", "eun un"), ("기", "ki gi"), ("용", "yong"),
    ("명", "myung myong"),
    ("일", "il"), ("석", "seok sok suk"), ("훈", "hoon hun"), ("광", "kwang gwang"), ("종", "jong chong"),
    ("학", "hak"),
    ("남", "nam"), ("미", "mi"), ("주", "joo ju chu"), ("연", "yeon yon"), ("원", "won"), ("인", "in"),
    ("태", "tae"), ("서", "seo so"),
    ("윤", "yoon yun"), ("혁", "hyuk hyok hyeok"), ("국", "kook guk kuk"), ("대", "dae tae"),
    ("덕", "duk deok tok"), ("문", "moon mun"),
    ("병", "byung pyong byeong"), ("복", "bok pok"), ("봉", "bong pong"), ("빈", "bin pin"), ("순", "soon sun"),
    ("식", "sik shik"),
    ("신", "shin sin"), ("아", "ah a"), ("애", "ae"), ("양", "yang"), ("옥", "ok"), ("완", "wan"), ("유", "yoo yu"),
    ("자", "ja"),
    ("찬", "chan"), ("창", "chang"), ("춘", "chun choon"), ("충", "choong chung"), ("하", "ha"), ("한", "han"),
    ("해", "hae"),
    ("혜", "hye"), ("홍", "hong"), ("화", "hwa"), ("환", "hwan"), ("효", "hyo"), ("규", "kyu gyu"),
    ("근", "geun kun"), ("길", "gil kil"),
    ("나", "na"), ("란", "ran"), ("림", "rim lim"), ("만", "man"), ("무", "moo mu"), ("배", "bae pae"),
    ("범", "bum pom beom"),
    ("세", "se"), ("숙", "sook suk"), ("시", "si shi"), ("실", "sil"), ("열", "yeol yol"), ("예", "ye"),
    ("오", "oh o"), ("운", "woon un"),
    ("웅", "woong ung"), ("율", "yul"), ("익", "ik"), ("전", "jeon chon"), ("제", "je"), ("조", "jo cho"),
    ("중", "jung joong chung"),
    ("채", "chae"), ("천", "chun chon"), ("택", "taek"), ("필", "pil"), ("향", "hyang"), ("형", "hyung hyong"),
    ("흥", "heung hung"),
  ]
}
