//! What supports a plan: which data of the account fill which of the 27 items.

use std::collections::BTreeSet;

use account_atlas::edit::{
    ActionChange, ClientChange, Edit, OpportunityChange, PersonChange, ProfileChange, RecordEdit,
};
use account_atlas::insight::{Evidence, PlanTarget, supporting};
use account_atlas::model::{
    Account, Action, ActionStatus, BudgetLine, BuyingRole, Coded, Competitor, DecisionCriterion, Fit, Ids, Money,
    Opportunity, OpportunityStatus, PlanSection, ProcessStep, ResourceNeed, Review, SupportingItem, SupportingNotes,
    TeamMember,
};

use super::accounts::{account, done, person};
use super::plan_sections::{add, added, day, desk, empty, guide, insights, lacks, more_ids, today};

fn evidence(account: &Account, item: SupportingItem) -> Option<Evidence> {
    let states = supporting(account, &guide());
    states.iter().find(|state| state.item == item).expect("every item has a state").evidence
}

#[test]
fn l2_completeness_rises_item_by_item_with_the_users_own_words() {
    let mut notes = SupportingNotes::new();
    let blank = SupportingItem::ALL.iter().map(|item| (*item, " \n".to_owned())).collect();
    let start = done(&empty(), Edit::Client(ClientChange::Supporting(blank)));
    assert_eq!(insights(&start).completeness().filled, 0, "blanks say nothing");
    for (before, item) in SupportingItem::ALL.iter().enumerate() {
        notes.insert(*item, "Known".to_owned());
        let filled = done(&empty(), Edit::Client(ClientChange::Supporting(notes.clone())));
        assert_eq!(evidence(&filled, *item), Some(Evidence::Own), "{item:?}");
        let complete = insights(&filled).completeness();
        assert_eq!(complete.filled, before + 1, "{item:?}");
        assert_eq!(complete.parts.iter().map(|(_, filled, _)| filled).sum::<usize>(), before + 1);
        assert_eq!(lacks(&filled, PlanSection::Appendix).len(), 26 - before);
    }
}

#[test]
fn l2_the_organization_is_known_by_seats_and_by_somebody_who_decides() {
    let three = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO");
    assert_eq!(evidence(&three, SupportingItem::Deciders), None, "nobody decides yet");
    let role = |account: &Account, name: &str, role| {
        done(account, Edit::Person(RecordEdit::Set(person(account, name), PersonChange::Role(Some(role)))))
    };
    assert_eq!(evidence(&role(&three, "Bo", BuyingRole::User), SupportingItem::Deciders), None);
    let known = role(&three, "Ada", BuyingRole::Approver);
    assert_eq!(evidence(&known, SupportingItem::Deciders), Some(Evidence::Chart(3)));
    let two = account("Ada: CEO\n  Bo: CFO");
    assert_eq!(evidence(&role(&two, "Ada", BuyingRole::Approver), SupportingItem::Deciders), None, "too few seats");
}

#[test]
fn l2_how_a_purchase_is_decided_is_read_from_open_opportunities() {
    let mut ids = more_ids();
    let mut deal = Opportunity::new(ids.fresh(), "Line 4");
    deal.background.decision_process = "The board, in spring".to_owned();
    let id = deal.id;
    let start = done(&empty(), Edit::Opportunity(RecordEdit::Add(Box::new(deal))));
    assert_eq!(evidence(&start, SupportingItem::PurchaseDecision), Some(Evidence::Decision(id)));
    let step = ProcessStep { step: "Tender".to_owned(), ..ProcessStep::new(ids.fresh()) };
    let blank = ProcessStep::new(ids.fresh());
    let set = |change| Edit::Opportunity(RecordEdit::Set(id, change));
    let stepped = done(&start, set(OpportunityChange::Process(vec![step, blank])));
    let found = evidence(&stepped, SupportingItem::PurchaseDecision).expect("a step");
    assert_eq!((found, found.target()), (Evidence::Steps(id, 1), PlanTarget::Opportunity(id)));
    let lost = done(&stepped, set(OpportunityChange::Status(OpportunityStatus::Lost)));
    assert_eq!(evidence(&lost, SupportingItem::PurchaseDecision), None, "what is lost says nothing of the next");
    let process = Edit::Client(ClientChange::PurchasingProcess("By the group".to_owned()));
    assert_eq!(evidence(&done(&lost, process), SupportingItem::PurchaseDecision), Some(Evidence::Sheet));
    let row = |name: &str, ids: &mut Ids, fit| DecisionCriterion {
        name: name.to_owned(),
        our_fit: fit,
        ..DecisionCriterion::new(ids.fresh())
    };
    let rows = vec![row("Price", &mut ids, None), row("Uptime", &mut ids, Some(Fit::Good))];
    let weighed = done(&stepped, set(OpportunityChange::Criteria(rows)));
    assert_eq!(evidence(&weighed, SupportingItem::BuyingCriteria), Some(Evidence::Criteria(id, 2)));
    assert_eq!(evidence(&weighed, SupportingItem::Competitiveness), Some(Evidence::Fits(id, 1)));
}

#[test]
fn l2_money_rivals_needs_and_reviews_fill_their_items() {
    let mut ids = more_ids();
    let money = |units| Some(Money::of_units(units, account_atlas::model::Currency::CNY));
    let half = done(&empty(), Edit::Profile(ProfileChange::Revenue(money(10))));
    assert_eq!(evidence(&half, SupportingItem::ShareAndTrend), None, "a share needs both");
    let share = done(&half, Edit::Profile(ProfileChange::Wallet(money(40))));
    assert_eq!(evidence(&share, SupportingItem::ShareAndTrend), Some(Evidence::Share));
    let named = Competitor { name: "Rival".to_owned(), ..Competitor::new(ids.fresh()) };
    let known = Competitor { strengths: "Cheap".to_owned(), ..Competitor::new(ids.fresh()) };
    let line = BudgetLine { planned: money(5), ..BudgetLine::new(ids.fresh()) };
    let blank = BudgetLine::new(ids.fresh());
    let told = Review { note: "On track".to_owned(), date: Some(today()), ..Review::new(ids.fresh()) };
    let silent = Review { date: Some(day("2027-01-01")), ..Review::new(ids.fresh()) };
    let filled = add(
        &empty(),
        [
            Edit::Competitor(RecordEdit::Add(Box::new(named))),
            Edit::Competitor(RecordEdit::Add(Box::new(known))),
            Edit::Budget(RecordEdit::Add(Box::new(line))),
            Edit::Budget(RecordEdit::Add(Box::new(blank))),
            Edit::Need(RecordEdit::Add(Box::new(ResourceNeed::new(ids.fresh())))),
            Edit::Review(RecordEdit::Add(Box::new(told))),
            Edit::Review(RecordEdit::Add(Box::new(silent))),
            Edit::Client(ClientChange::Satisfaction(Some(80))),
            Edit::Client(ClientChange::Loyalty(Some(70))),
        ],
    );
    for (item, found) in [
        (SupportingItem::Suppliers, Evidence::Rivals(2)),
        (SupportingItem::RivalPositions, Evidence::Rivals(1)),
        (SupportingItem::TeamBudget, Evidence::Budget(1)),
        (SupportingItem::ResourcesNeeded, Evidence::Needs(1)),
        (SupportingItem::LastPlan, Evidence::Review(Some(today()))),
        (SupportingItem::OperatingPerformance, Evidence::Figures(2)),
    ] {
        assert_eq!(evidence(&filled, item), Some(found), "{item:?}");
    }
    assert_eq!(insights(&filled).completeness().filled, 6);
}

#[test]
fn l2_actions_fill_the_items_of_the_action_plan_by_owner_and_links() {
    let (start, mei, other, deal) = desk();
    let mut ids = Ids::new(1_700_000_600_000, 9);
    let new = |ids: &mut Ids| Action { what: "Plan".to_owned(), ..Action::new(ids.fresh()) };
    let cases = [
        (Action { people: vec![person(&start, "Ada")], ..new(&mut ids) }, vec![SupportingItem::RelationshipActions]),
        (Action { opportunity: Some(deal.id), ..new(&mut ids) }, vec![SupportingItem::ProjectActions]),
        (Action { is_milestone: true, ..new(&mut ids) }, vec![SupportingItem::Milestones]),
        (Action { owner: Some(other.id), ..new(&mut ids) }, vec![SupportingItem::FunctionActions]),
        (
            Action { owner: Some(mei.id), ..new(&mut ids) },
            vec![SupportingItem::TeamActions, SupportingItem::MemberPlans],
        ),
        (new(&mut ids), Vec::new()),
    ];
    for (action, items) in cases {
        let id = action.id;
        let filled = done(&start, added(action));
        let found: Vec<SupportingItem> = insights(&filled)
            .supporting
            .iter()
            .filter(|state| state.evidence.is_some())
            .map(|state| state.item)
            .collect();
        let found: BTreeSet<_> = found.into_iter().collect();
        assert_eq!(found, items.iter().copied().collect::<BTreeSet<_>>());
        let dropped = Edit::Action(RecordEdit::Set(id, ActionChange::Status(ActionStatus::Dropped)));
        assert_eq!(insights(&done(&filled, dropped)).completeness().filled, 0, "what is dropped counts nowhere");
    }
}

#[test]
fn l2_plans_by_members_want_an_open_action_of_each() {
    let (start, mei, _, _) = desk();
    let mut ids = Ids::new(1_700_000_600_000, 9);
    let owned = Action { owner: Some(mei.id), ..Action::new(ids.fresh()) };
    let id = owned.id;
    let one = done(&start, added(owned));
    assert_eq!(evidence(&one, SupportingItem::MemberPlans), Some(Evidence::Members(1)), "other functions do not count");
    let finished = done(&one, Edit::Action(RecordEdit::Set(id, ActionChange::Status(ActionStatus::Done))));
    assert_eq!(evidence(&finished, SupportingItem::MemberPlans), None);
    let second = TeamMember { name: "Kai".to_owned(), ..TeamMember::new(ids.fresh()) };
    let two = done(&one, Edit::Member(RecordEdit::Add(Box::new(second))));
    assert_eq!(evidence(&two, SupportingItem::MemberPlans), None, "one of two is not all");
}
