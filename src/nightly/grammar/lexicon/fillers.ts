import type { WordList } from './index.ts'

/** Words that only look like a number, a clock or a fact. */
export const FILLERS: WordList = {
  filler:
    '一样|一下|一边|一定|一些|一点儿|一点点|一点都|一点也|一次|一遍|一切|一番|一堆|一大堆|万一|统一|一气呵成|一鼓作气|一个人|一大早|一路|一向|一心|一开始|一块|一声|一阵|一阵子|一晚|一夜|一整晚|一半天|三下五除二|乱七八糟|五花八门|三心二意|一塌糊涂|十万火急|九牛二虎|千辛万苦|周一|周二|周三|周四|周五|周六|周日|星期一|星期二|星期三|星期四|星期五|星期六|星期日|星期天|礼拜一|礼拜二|礼拜三|礼拜四|礼拜五|礼拜六|第一天|第一次|头一回|头一次|有一点|早一点|晚一点|快一点|好一点|多一点点|差一点儿|有点|早点|晚点儿|快点|差点儿|差点没|慢点|多点儿|一点不|十分累|十分困|十分顺利|十分快|十分开心|十分辛苦|十分认真|十分专注|十分努力|十分满意|十分听话|太困|太困了|好困|好困啊|很困|困死|困死了|困得|困得不行|困扁|累困|犯困|贪睡|睡眠不足|睡眠不够|睡前|睡觉前|睡眠质量|午觉后|汇报完毕|报告完毕|报备完毕|播报完毕|机器人|真人|双减|八百|二百五|五一|十一假|六一|双十一|三好|四大|初一|初二|初三|高一|高二|高三|小升初|一升二|一二年级|幼升小|晚安|早安|晚上好|早上好|中午好|下午好|早啊|老师好|老师晚上好|大家好|大家晚上好|你好|您好|hello|hi|good morning|good evening|good night|goodnight|morning all|evening all|thanks|thank you|grade a|at last|at first|at once|for once|for now|in time|on time|right on time|on his own|on her own|by himself|by herself|no fuss|no problem|no worries|no drama|no tears|no fighting|no trouble|no complaints|one more time|for one|one by one|day one|one thing|no one|second grade|first grade|third grade|fourth grade|fifth grade|sixth grade|seventh grade|eighth grade|ninth grade|good job|well done|时间观念|半路|半道|半懂|半死|半信半疑|完全|完美|没完没了|完了没|不完整|写完没|做完没|没说的|没毛病|没问题|没事|没办法|没法子|没辙|没想到|没停|没休息|没玩|没哭|没闹|没吵|没磨蹭|没走神|没拖拉|没催|没打折|没喝水|不好意思|对不起|抱歉|辛苦了',
}
