const SYLLABLES = [...'宇雨朵安乐晨阳星月彤辰悦琪萌桃果豆米糖团圆蕊岚溪禾苗诺言睿航朗霖泽晴雪莹萱柠橙杏桐柚麦芽凡可贝']

/** Invented nicknames (小名), all different: 小宇, 朵朵, 阿乐, 星宝, 果儿 and so on. No surnames, no real persons. */
export const nicknames: readonly string[] = [
  ...new Set(SYLLABLES.flatMap(one => [`小${one}`, `${one}${one}`, `阿${one}`, `${one}宝`, `${one}儿`])),
]
