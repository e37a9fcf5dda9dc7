//! One map for each rule of the findings, and one on which it has nothing to say.

use account_atlas::edit::{Edit, PersonChange, ProfileChange, RecordEdit};
use account_atlas::insight::Held;
use account_atlas::model::{
    Account, Action, Coverage, Evidence, FindingRule, Ids, InnovationAttitude, JudgementField, Novelty, Opportunity,
    RelationshipStage, Support,
};

use super::accounts::done;
use super::findings_maps::{change_of, day, map};

/// A map on which a rule speaks, one on which it does not, and what clears it.
pub struct Case {
    pub rule: FindingRule,
    pub speaks: Account,
    pub silent: Account,
    pub people: &'static [&'static str],
    pub chinese: &'static str,
    pub english: &'static str,
    /// Who is chosen where a fix asks for somebody.
    pub pick: &'static str,
    /// What is chosen where a fix asks for a value.
    pub held: Option<Held>,
}

fn case(rule: FindingRule, speaks: &str, silent: &str, people: &'static [&'static str]) -> Case {
    Case { rule, speaks: map(speaks), silent: map(silent), people, chinese: "", english: "", pick: "Bo", held: None }
}

impl Case {
    fn says(self, english: &'static str, chinese: &'static str) -> Self {
        Self { english, chinese, ..self }
    }

    fn held(self, held: Held) -> Self {
        Self { held: Some(held), ..self }
    }

    fn picks(self, pick: &'static str) -> Self {
        Self { pick, ..self }
    }

    /// Both maps changed further.
    fn on(self, speaks: impl Fn(&Account) -> Account, silent: impl Fn(&Account) -> Account) -> Self {
        Self { speaks: speaks(&self.speaks), silent: silent(&self.silent), ..self }
    }
}

pub fn support(value: Support) -> Held {
    Held::Support(Some(value))
}

fn of_the_decision() -> Vec<Case> {
    let together = |account: &Account| done(account, Edit::Profile(ProfileChange::CollectiveDecision(true)));
    vec![
        case(FindingRule::MapLight, "Ada | Approver Neutral\n  Bo | Supporter", "Ada | Approver Supporter", &["Ada"])
            .says("No key player is known to be for us. Begin with Ada.", "关键人物中还没有已知的支持者。先争取Ada。")
            .held(support(Support::Supporter)),
        case(
            FindingRule::MissingRole,
            "Ada | Approver\n  Bo | DecisionMaker\n  Cy | Evaluator",
            "Ada | Approver\n  Bo | DecisionMaker\n  Cy | Evaluator\n  Di | User",
            &[],
        )
        .says("Not found yet: User. Ask around and mark them.", "还没有找到：最终用户。问清是谁，标在图上。"),
        case(FindingRule::MissingGatekeeper, "Ada\n  Bo", "Ada | Buyer", &[]).says(
            "No buyer and no gatekeeper is marked. Ask who signs the order and who guards the money.",
            "还没有标出购买者和把关者。问清订单由谁签字、钱由谁把关。",
        ),
        case(FindingRule::MissingGroup, "Ada", "Ada | Group", &[]).on(together, together).says(
            "Large decisions are taken together here, and no board or committee is on the map. Add the one that \
             decides.",
            "这里大事集体决策，图上却没有董事会或委员会。把做决定的那个加上。",
        ),
        case(FindingRule::Balance, "Ada | Supporter\n  Bo | Enemy", "Ada | Supporter", &[])
            .says("For us: 1, against us: 1. Too few: win one more.", "支持 1 人，反对 1 人：力量不够。再争取一位。"),
        case(FindingRule::NoOpponent, "Ada\n  Bo\n  Cy", "Ada\n  Bo | NonSupporter\n  Cy", &[]).says(
            "Nobody is marked as against us: somebody usually is. Find them.",
            "没有标出反对者：通常总有一位。找出来。",
        ),
    ]
}

fn of_people() -> Vec<Case> {
    let (met, alone) = ("Ada | Approver NoContact", "Ada | Approver InDepth\n  Bo | DecisionMaker NoContact");
    vec![
        case(FindingRule::UnknownJudgement, "Ada | Approver Pragmatist", "Ada | Approver Pragmatist Enemy", &["Ada"])
            .says(
                "Ada: key player, not known yet: support. Ask two people who know.",
                "Ada：关键人物，尚不清楚：项目支持。向两位知情者打听。",
            )
            .held(support(Support::Neutral)),
        case(FindingRule::CoverageGap, met, "Ada | Approver MultipleContacts", &["Ada"])
            .says("Ada: key player, not met. Plan a visit.", "Ada：关键人物，尚未接触。安排拜访。")
            .held(Held::Coverage(Some(Coverage::InDepth))),
        case(FindingRule::Opposed, "Ada | Approver Enemy", "Ada | User Enemy", &["Ada"])
            .says(
                "Ada: key player, works against us. Learn what there is to lose.",
                "Ada：关键人物，与我们作对。弄清其担心失去什么。",
            )
            .held(support(Support::Neutral)),
        case(
            FindingRule::SingleThread,
            alone,
            "Ada | Approver InDepth\n  Bo | DecisionMaker BriefContact",
            &["Ada", "Bo"],
        )
        .says(
            "Ada: the only key player we have met. Open a second line to Bo.",
            "Ada：唯一接触过的关键人物。再开一条线：Bo。",
        )
        .held(Held::Coverage(Some(Coverage::BriefContact))),
        case(FindingRule::AttitudeNovelty, "Ada | Approver Conservative", "Ada | Approver Visionary", &["Ada"])
            .on(offer, offer)
            .says(
                "Ada: conservative, and \"Line 2\" is new to them. Bring references and proof.",
                "Ada：保守求稳型，而“Line 2”对客户是新的。带上案例和证据。",
            )
            .held(Held::Attitude(Some(InnovationAttitude::Visionary))),
        case(FindingRule::Stale, "Ada | Approver Neutral", "Ada | Approver Neutral", &["Ada"])
            .on(|account| verified(account, "2026-01-10"), |account| verified(account, "2026-11-10"))
            .says(
                "Ada: support last verified on 2026-01-10. Check whether it still holds.",
                "Ada：项目支持上次核实于 2026-01-10。看看是否仍然如此。",
            ),
        case(FindingRule::StageGap, "Ada", "Ada", &["Ada"])
            .on(
                |account| wanted(account, RelationshipStage::Dating),
                |account| wanted(account, RelationshipStage::Alliance),
            )
            .says(
                "Ada: relation dialogue, wanted trust. Plan the next step.",
                "Ada：关系为互动，期望信赖。安排下一步。",
            )
            .held(Held::Stage(Some(RelationshipStage::Trust))),
        case(FindingRule::Overdue, "Ada", "Ada", &[])
            .on(|account| due(account, "2026-11-01"), |account| due(account, "2026-12-05"))
            .says(
                "Overdue actions, 1, the oldest since 2026-11-01: finish, move or drop them.",
                "1 项行动逾期，最早 2026-11-01：完成、改期或取消。",
            ),
    ]
}

fn of_influence() -> Vec<Case> {
    let chart = "Ada: GM | Approver Neutral\n  Bo: CIO | Neutral\n    Cy: Quality | Supporter BriefContact";
    let (linked, open) = (format!("{chart}\n\nCy 2 Bo\nBo 3 Ada"), format!("{chart}\n\nCy 2 Bo"));
    let doors = "Ada | Approver\n  Bo | Supporter InDepth\n  Cy | Supporter InDepth\n\nBo 2 Ada";
    let (two, foe) = (format!("{doors}\nCy 1 Ada"), "Ada | Approver\n  Bo | Enemy\n  Cy\n\nBo 2 Cy\nCy 1 Ada");
    vec![
        case(FindingRule::Path, &linked, &open, &["Cy", "Bo", "Ada"]).says(
            "Cy (Quality) introduces us to Bo (CIO), who influences Ada (GM): ask Cy for the introduction.",
            "Cy（Quality）为我们引见Bo（CIO），后者能影响Ada（GM）：请Cy引见。",
        ),
        case(FindingRule::NoPath, &open, &linked, &["Ada"]).says(
            "Ada: nobody on our side leads there. Ask our supporters who does.",
            "Ada：我方还没有人能带到。问支持者谁能引见。",
        ),
        case(
            FindingRule::HostilePath,
            foe,
            "Ada | Approver\n  Bo | Enemy\n  Cy | Supporter\n\nBo 2 Cy\nCy 1 Ada",
            &["Bo", "Cy", "Ada"],
        )
        .says(
            "Bo is against us and reaches Ada through Cy. Talk with Ada first.",
            "Bo不支持我们，并能通过Cy影响Ada。抢先与Ada谈。",
        )
        .held(support(Support::Neutral)),
        case(
            FindingRule::ConflictAbove,
            "Ada | Approver\n  Bo | Supporter\n\nBo x Ada",
            "Ada | User\n  Bo | Supporter\n\nBo x Ada",
            &["Bo", "Ada"],
        )
        .says(
            "Bo is for us, but at odds with Ada. Let somebody else speak for us there.",
            "Bo支持我们，却与Ada有冲突。换一个人替我们说话。",
        ),
        case(
            FindingRule::HiddenPower,
            "Ada\n  Bo\n    Cy\n\nCy 3 Ada\nCy 2 Bo",
            "Ada\n  Bo\n    Cy\n\nCy 2 Ada\nCy 2 Bo",
            &["Cy"],
        )
        .says("Cy: low in rank, high in influence. Treat as a key player.", "Cy：职级不高，影响很大。按关键人物对待。"),
        case(
            FindingRule::EmptyRank,
            "Ada | Approver\n  Bo\n    Cy\n\nCy 2 Ada",
            "Ada | Approver\n  Bo\n    Cy\n\nCy 2 Ada\nBo 1 Cy",
            &["Bo"],
        )
        .says(
            "Bo: high in rank, and nobody is known to listen. Find out who does.",
            "Bo：职级很高，却不知道谁听其意见。弄清楚。",
        )
        .picks("Cy"),
        case(FindingRule::CutOff, doors, &two, &["Bo", "Ada"])
            .says(
                "Bo: nobody else leads us to Ada. Find a second way.",
                "Bo：除此人外，没有人能带我们到Ada。再找一条路。",
            )
            .picks("Cy"),
        case(FindingRule::Unlinked, "Ada | Approver\n  Bo", "Ada | Approver\n  Bo\n\nBo 1 Ada", &["Ada"]).says(
            "Ada: key player, no line of influence known. Ask who listens to whom.",
            "Ada：关键人物，还没有影响线。问清谁听谁的。",
        ),
    ]
}

/// One case for each rule.
pub fn cases() -> Vec<Case> {
    of_the_decision().into_iter().chain(of_people()).chain(of_influence()).collect()
}

pub fn offer(account: &Account) -> Account {
    let deal = Opportunity { novelty: Some(Novelty::New), ..Opportunity::new(Ids::new(5, 5).fresh(), "Line 2") };
    done(account, Edit::Opportunity(RecordEdit::Add(Box::new(deal))))
}

pub fn verified(account: &Account, on: &str) -> Account {
    let found = Evidence { verified: Some(day(on)), ..Evidence::default() };
    change_of(account, "Ada", PersonChange::Evidence([(JudgementField::Support, found)].into()))
}

fn wanted(account: &Account, now: RelationshipStage) -> Account {
    let account = change_of(account, "Ada", PersonChange::Stage(Some(now)));
    change_of(&account, "Ada", PersonChange::StageWanted(Some(RelationshipStage::Trust)))
}

fn due(account: &Account, on: &str) -> Account {
    let action = Action { due: Some(day(on)), ..Action::new(Ids::new(6, 6).fresh()) };
    done(account, Edit::Action(RecordEdit::Add(Box::new(action))))
}
