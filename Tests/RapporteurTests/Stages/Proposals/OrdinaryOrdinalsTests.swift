import Rapporteur
import Testing

/// Ordinals and counts in running text that number nothing put forward.
@Suite struct OrdinaryOrdinalsTests {
  @Test(arguments: [
    """
    First, the ministers visited a shipyard. Second, they laid a wreath at the sailors' memorial. \
    Third, they opened the new wing of the embassy, and finally they flew home.
    """,
    """
    The council meets on Monday at six. The agenda has four items: 1. Minutes of the last \
    meeting; 2. Report of the treasurer; 3. Election of a chair; 4. Any other business.
    """,
    """
    Analysts at the bank gave three reasons for the fall. First, demand from abroad is weak. \
    Second, stocks are full. Third, investors expect higher rates.
    """,
    """
    First Lady Ana Paredes visited the children's ward on Monday. Second-in-command Luis Rocha \
    joined her. It was her third visit this year.
    """,
    """
    Net sales rose 4 percent in the first quarter. In the second quarter they fell 2 percent. The \
    third quarter brought a loss of 30 million euros, and the fourth was flat, the company said.
    """,
    """
    The researchers divided the patients into three groups: (1) those who slept less than six \
    hours, (2) those who slept six to eight, and (3) those who slept longer.
    """,
    """
    Brandt scored two goals in the first half. The second came from a free kick. "First we have \
    to defend better, second we need luck," no one said.
    """,
    """
    The audit has four main findings. First, the ministry paid invoices twice. Second, no one \
    checked deliveries. Third, two contracts were never signed. Fourth, the archive burned down \
    in 2019.
    """,
    """
    Five tips for a quieter flat: first, hang a heavy curtain; second, put felt under the chairs; \
    third, fill the shelves; fourth, close the doors; fifth, talk to your neighbours.
    """,
    """
    The town was burned down three times. The first fire was in 1611, the second in 1702, and the \
    third in 1866, when only the tower was left.
    """,
    """
    The race has three stages. Stage 1: Lyon to Dijon. Stage 2: Dijon to Nancy. Stage 3: Nancy to \
    Metz.
    """,
    """
    The minister will visit three countries: Chile, Peru and Ecuador. He signed two agreements in \
    Lima, one on mining and one on fishing.
    """,
    """
    专家认为，价格上涨有三个原因：一是原料短缺，二是运费上升，三是汇率波动。
    """,
    """
    这是两国元首第一次会晤。第二天，代表团参观了港口。第三届博览会将于十月举行。
    """,
    """
    会议议程如下：一、开幕式；二、领导讲话；三、专家报告；四、闭幕式。
    """,
    """
    이번이 첫 번째 방문이다. 두 번째 방문은 내년 봄에 있을 예정이다. 세 번째 경기는 비로 취소됐다.
    """,
    """
    전문가들은 세 가지 이유를 들었다. 첫째, 수요가 줄었다. 둘째, 금리가 올랐다. 셋째, 환율이 흔들렸다.
    """,
    """
    The ceasefire will be carried out in three phases. In the first, prisoners are exchanged. In \
    the second, troops withdraw. In the third, the crossings are opened.
    """,
    """
    第一季度，公司营收增长4%；第二季度，营收下降2%；第三季度，公司亏损3000万元。
    """,
    """
    The committee heard three witnesses. First came the harbour master, second the pilot, and \
    third a diver who had found the anchor.
    """,
    """
    Here are five facts about the lake: 1. It is 30 metres deep. 2. It freezes every third year. \
    3. It has two islands. 4. It feeds one river. 5. It was once a quarry.
    """,
    """
    The firm reported results on Tuesday. Revenue in the first quarter was 40 million euros, in \
    the second 44 million, in the third 39 million.
    """,
    """
    Police named four suspects: Aaron Pell, 31; Dora Kim, 27; Luis Prado, 40; and a minor.
    """,
    """
    The treaty has three chapters. The first deals with fishing, the second with shipping, the \
    third with disputes.
    """,
    """
    The court gave two grounds for its decision: first, the notice came late; second, nobody had \
    been heard.
    """,
    """
    To apply, (a) fill in the form, (b) attach a photo and (c) pay the fee at any post office.
    """,
    """
    The minister visited three factories on Monday: a bakery, a tannery and a brewery. He said he \
    was impressed.
    """,
    """
    Residents are urged to take the following steps: 1. Boil the water. 2. Stay indoors. 3. Check \
    on neighbours.
    """,
    """
    The drug has three effects: it lowers blood pressure, it slows the heart and it makes \
    patients sleepy, the doctors said.
    """,
    """
    第一，用温水洗手；第二，把面粉过筛；第三，加入鸡蛋搅拌均匀。
    """,
    """
    公司公布三季度业绩：一是营收同比增长5%，二是净利润下降3%，三是负债率保持稳定。
    """,
    """
    첫째 아들은 의사이고, 둘째 아들은 교사이며, 셋째 딸은 가수다.
    """,
    """
    A second blast followed. A third man died. First responders arrived at noon; second-degree \
    burns were common.
    """,
    """
    In the first place Kenya won gold; in the second place came Ethiopia; Uganda was third.
    """,
    """
    The guide describes three routes. First, the coastal path. Second, the ridge. Third, the old \
    railway.
    """,
    """
    Goals: 1-0 Stein (12), 2-0 Moor (40), 2-1 Faro (77). The first goal was a gift; the second \
    was a beauty.
    """,
    """
    The museum opens three new rooms this week. Room 1: coins. Room 2: maps. Room 3: clocks.
    """,
    """
    The report lists five risks to growth: (1) weak demand, (2) high debt, (3) war, (4) drought \
    and (5) new tariffs.
    """,
    """
    Signs that your tyres are worn: 1. The steering shakes. 2. The car pulls to one side. 3. The \
    tread is below two millimetres.
    """,
    """
    The parade will pass three squares. First it halts at the town hall, then at the cathedral, \
    and finally at the port, where the band plays.
    """,
    """
    The panel shortlisted four novels: "Salt", "The Ferryman", "Nine Doors" and "Ash Wednesday". \
    The winner gets 20,000 pounds.
    """,
    """
    Section 12 applies where (a) the tenant has left, (b) the rent is unpaid and (c) no notice \
    was given.
    """,
    """
    The vaccine went through three trials. In the first, 40 volunteers took part; in the second, \
    400; in the third, 9,000.
    """,
    """
    She won three gold medals: the first in Oslo, the second in Graz and the third in Sapporo.
    """,
    """
    They are second to none. First, though, came the rain. The third day was fine.
    """,
    """
    The app has four functions: scan, store, share and search. To begin, open the menu and choose \
    "Scan".
    """,
    """
    The economist sees two scenarios. First, rates fall and homes get dearer. Second, rates stay \
    and building stops.
    """,
    """
    本届运动会设三个比赛项目：一是跳绳，二是拔河，三是接力跑。
    """,
    """
    步骤如下：第一步，打开设置；第二步，选择网络；第三步，输入密码。
    """,
    """
    올해의 책 3권: 1. 바다의 말 2. 흰 골목 3. 겨울 정거장
    """,
    """
    Doctors advise patients to do three things before the operation: stop eating at midnight, \
    remove all jewellery and bring a list of medicines.
    """,
    """
    The company announced three new models: a van, a pickup and a city car. It also announced two \
    recalls.
    """,
  ])
  func none(_ text: String) throws {
    let stages = ["verbatim", "sentences", "entities", "speakers", "proposals"]
    #expect(try MarkedPoints(text, stages: stages).document.proposals.isEmpty)
  }
}
