// The words by which parents tell their children apart.

import type { WordList } from './index.ts'

export const LABELS: WordList = {
  label:
    '老大|老二|老三|老四|老幺|老小|大宝|二宝|三宝|小宝|大娃|二娃|小娃|三娃|大的|小的|中间的|大的那个|小的那个|大的这个|小的这个|大儿子|小儿子|大女儿|小女儿|大闺女|小闺女|大姑娘|小姑娘|二女儿|二儿子|二闺女|姐姐|妹妹|哥哥|弟弟|大哥|二哥|大姐|二姐|三妹|小弟|小妹|家姐|家兄|阿哥|阿弟|阿妹|阿姐|细佬|细妹|细仔|大仔|细女|大女|大毛|二毛|小毛|大妞|二妞|小妞|大囡|小囡囡|大头|男孩|女孩|男娃|女娃|男宝|女宝|女宝宝|儿子|女儿|闺女|神兽1号|神兽2号|神兽3号|神兽一号|神兽二号|1号神兽|2号神兽|一号神兽|二号神兽|1号|2号|3号|1号娃|2号娃|一号|二号|一号娃|二号娃|老大哥|姊姊|小学生|初中生|高中生|小学的|初中的|高中的|上小学的|上初中的|上高中的|幼儿园的|大班的|中班的|小学那个|初中那个|大个子|小个子|哥|姐|弟|妹|老大那边|老二那边|一个|另一个|另外一个|先出生的|后出生的|' +
    'older one|the older one|younger one|the younger one|the older|the younger|older|younger|oldest|youngest|the oldest|the youngest|eldest|the eldest|elder one|elder|the elder|middle one|the middle one|big one|the big one|little one|the little one|small one|my son|my daughter|son|daughter|the boy|the girl|boy|girl|big sister|little sister|big brother|little brother|brother|sister|older sister|older brother|younger brother|younger sister|older boy|younger boy|older girl|younger girl|older son|younger son|older daughter|younger daughter|elder son|elder daughter|first grader|second grader|third grader|fourth grader|fifth grader|sixth grader|1st grader|2nd grader|3rd grader|4th grader|5th grader|6th grader|7th grader|8th grader|twin a|twin b|twin 1|twin 2|kid 1|kid 2|kid one|kid two|child 1|child 2|number one|number two|no. 1|no. 2|the teenager|teenager|the teen|middle schooler|middle-schooler|preschooler|kindergartener|toddler|primary one|one twin|the other|the other one|other twin|the other twin|one of them',
  group:
    '双胞胎|龙凤胎|俩娃|两娃|两个娃|两个孩子|俩孩子|两个宝|俩宝|俩宝贝|俩小子|俩闺女|俩儿子|俩女儿|两个女儿|两个儿子|两兄弟|两姐妹|姐弟俩|兄弟俩|姐妹俩|兄妹俩|姐妹花|哥俩|姐俩|哥儿俩|姐儿俩|俩小的|俩小家伙|俩小祖宗|两只|两只神兽|俩神兽|两个神兽|两个小的|两小只|俩崽|两个崽|两口子娃|俩人|两人|他们俩|他俩|她俩|她们俩|两个都|俩都|三个娃|三个孩子|仨娃|三胞胎|三娃都|三个都|仨孩子|三只神兽|两个仔|两个小朋友|both kids|both children|both boys|both girls|both of them|both|twins|the twins|my twins|all three kids|all three|three kids|two kids|the two of them|both sons|both daughters|all three of them|the kids both|triplets',
  all: '都|都是|全都|均|均为|一起|同时|也都|全|both|all|each|same time|together',
}
