/** The persons, verbs and times that several signs share, as alternations to be placed inside a pattern. Data only. */

/** A child, as parents and teachers name one. */
export const KID =
  '孩子|孩儿|小孩|小朋友|儿子|女儿|闺女|姑娘|娃|囡|妮子?|崽|伢|宝宝|[大二三小]宝|老[大二三幺]|姐姐|妹妹?|弟弟?|哥哥|孙子|孙女|孙|外甥女?|侄女?子?|女孩|男孩|女生|男生|女童|男童|学生|同学|同桌|丫头|小子|幺儿|幺妹|小学生|初中生|室友|舍友'

/** A child or a pronoun that may stand for one. */
export const THEY = `${KID}|[他她]|ta`

/** A parent or relative at home. */
export const FAMILY =
  '爸爸?|妈妈?|爹|娘|父亲|母亲|老爸|老妈|继父|继母|后爸|后妈|后爹|后娘|养父|养母|爷爷|奶奶|外公|外婆|姥爷|姥姥|舅舅?|叔叔?|伯伯|大伯|姑姑|姑父|姨夫|姨父|姨妈|表哥|堂哥|哥哥|男朋友|男友|监护人|家里人|亲戚'

/** Somebody who is not the child's parent. */
export const OUTSIDER =
  '老师|师傅|老头|老汉|看门|厨师|保姆|大孩子|大男孩|助教|大哥|学姐|志愿者|干爹|叔|伯|舅|修理工|工人|快递员|理发|房东|租客|村里人|光棍|护工|导师|高年级|二叔|三叔|姑夫|养老院|校长|主任|教练|叔叔|伯伯|大伯|大爷|老头|邻居|保安|门卫|宿管|司机|舅舅?|姨夫|姨父|姑父|姑丈|表哥|堂哥|继父|后爸|后爹|养父|男朋友|男友|男的|男人|男子|陌生人|老板|同事|大叔|阿叔|阿sir|外教|家教|学长|那个人|干爹|干爸|爸爸的朋友|网友|义父|伯父|哥哥|班主任|校工|校医|主播|室友'

/** Speech, writing and thought that report a child's own words. */
export const SAY =
  '说|讲|问|写|发|喊|嚷|念叨|告诉|扬言|威胁|留言|想|觉得|表示|提到|念|哭着|老是|总是|一直|天天|整天|经常|有时|又|也|就|打算|准备|闹'

/** Things that get lost every day. */
export const BELONGINGS =
  '橡皮|水杯|水壶|红领巾|作业|书|笔|卡|校服|衣服|外套|裤|手表|手机|伞|钥匙|本|卷|帽|鞋|钱|玩具|眼镜|牙|猫|狗|仓鼠|乌龟|鸟|兔|鱼|袜|口罩|包|条|证|票|单|表|铅|尺|橡|课|饭|盒|瓶|球|快递|文件|资料|文具|平板|电脑|遥控|视频|图|号|群|消息|链接|教室|座位|感觉|方法|规律|重点|答案|兴趣|自信|信心|朋友|工作|学区|学位|老师|客服|班主任|电话|东西|借口|理由|题'

/** Builds a global pattern from shared words; a line break with its indent is only for the reader's eye. */
export const re = (parts: TemplateStringsArray, ...words: string[]): RegExp => new RegExp(oneLine(parts, words), 'g')

/** The same for a pattern that is only tested, never walked. */
export const rx = (parts: TemplateStringsArray, ...words: string[]): RegExp => new RegExp(oneLine(parts, words))

const oneLine = (parts: TemplateStringsArray, words: readonly string[]): string =>
  String.raw(parts, ...words).replace(/\n\s*/g, '')
