/**
 * GB18030 takes nearly any run of high bytes for Chinese characters, UTF-8 and Korean text among
 * them. Text counts as Chinese where its characters are those Chinese is written with: nearly all
 * from the 3,755 of GB 2312's first level, and a good share from the few hundred used most.
 */

/** Used most in running text, then those of company names, places and sales. */
const mostUsed =
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运" +
  "限份责团投商贸技股银店服客户户城省县街号楼厦京沪广州深圳杭苏浙江川湖河青岛津港台湾餐饮食品医药器械材料能源环保物流网络软件硬件智慧云联华创恒丰瑞鑫宏盛泰兴隆祥福源汇康达丽红李刘陈杨黄赵周吴徐孙朱胡林郭何罗宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦顾侯邵孟龙段钱汤尹黎易常武乔贺赖龚满推荐建议价格质量差慢快喜欢谢非";

let frequentPairs: Set<number> | undefined;

/** Lead and trail byte of each, as one number. */
function frequent(): ReadonlySet<number> {
  if (frequentPairs) return frequentPairs;
  const decoder = new TextDecoder("gb18030");
  const wanted = new Set(mostUsed);
  frequentPairs = new Set();
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (wanted.has(sign)) frequentPairs.add(lead * 256 + trail);
    }
  }
  return frequentPairs;
}

/** Counts characters of a byte stream as GB18030 cuts it, however it comes in pieces. */
export interface ChineseTally {
  add(bytes: Uint8Array): void;
  /** Whether what was counted so far reads like Chinese. */
  isChinese(): boolean;
}

/** Fewer characters say nothing. */
const fewest = 4;

export function tallyChinese(): ChineseTally {
  const mostFrequent = frequent();
  let lead = -1;
  let characters = 0;
  let common = 0;
  let often = 0;
  let strange = 0;

  function addPair(first: number, second: number): void {
    if (second >= 0x30 && second <= 0x39) strange += 1;
    else if (second >= 0xa1 && first >= 0xa1 && first <= 0xa3) return;
    else if (second >= 0xa1 && (first === 0xa4 || first === 0xa5)) strange += 1;
    characters += 1;
    if (first < 0xb0 || first > 0xd7 || second < 0xa1) return;
    common += 1;
    if (mostFrequent.has(first * 256 + second)) often += 1;
  }

  return {
    add(bytes) {
      for (const byte of bytes) {
        if (lead !== -1) {
          addPair(lead, byte);
          lead = -1;
        } else if (byte > 0x7f) lead = byte;
      }
    },
    isChinese() {
      if (characters < fewest) return false;
      // Of Korean or Japanese bytes a fifth falls on them by chance, and more where they are few.
      const enough = 0.25 * characters + 0.8 * Math.sqrt(characters);
      return common >= 0.85 * characters && often >= enough && strange * 20 <= characters;
    },
  };
}
