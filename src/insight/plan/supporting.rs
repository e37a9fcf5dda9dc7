//! The 27 items that support a plan: what of the account fills each of them.

use super::Evidence;
use crate::method::PlanningGuide;
use crate::model::{
    Account, Action, ActionArea, ActionStatus, BudgetLine, BuyingRole, Coded, Competitor, DecisionCriterion,
    Opportunity, OpportunityStatus, Person, Review, ReviewKind, Seat, SupportingItem, SupportingPart, TeamMember,
};

/// An item and what fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemState {
    /// Which item.
    pub item: SupportingItem,
    /// What fills it: data that is held, else the user's own words; `None` where nothing does.
    pub evidence: Option<Evidence>,
}

/// How much of what supports the plan is there. Source: methods L2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// Items that are filled.
    pub filled: usize,
    /// All items.
    pub all: usize,
    /// The same for each of the four parts: filled, and all.
    pub parts: Vec<(SupportingPart, usize, usize)>,
}

/// The 27 items, in their order. Source: methods L2; which data fill an item is ours. Cost: some walks over people,
/// open opportunities and actions.
pub fn supporting(account: &Account, guide: &PlanningGuide) -> Vec<ItemState> {
    let own = |item: &SupportingItem| account.client.supporting.get(item).is_some_and(|text| is_said(text));
    let state = |item: &SupportingItem| {
        let held = held(account, guide, *item);
        ItemState { item: *item, evidence: held.or_else(|| own(item).then_some(Evidence::Own)) }
    };
    SupportingItem::ALL.iter().map(state).collect()
}

/// Counts the items that are filled, part by part.
pub fn completeness(items: &[ItemState]) -> Completeness {
    let count = |part: SupportingPart| {
        let of_part = items.iter().filter(|state| state.item.part() == part);
        (part, of_part.clone().filter(|state| state.evidence.is_some()).count(), of_part.count())
    };
    let parts: Vec<_> = SupportingPart::ALL.iter().map(|part| count(*part)).collect();
    let filled = parts.iter().map(|(_, filled, _)| filled).sum();
    Completeness { filled, all: items.len(), parts }
}

fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Something counted, where there is any.
fn some(count: usize, evidence: impl FnOnce(usize) -> Evidence) -> Option<Evidence> {
    (count > 0).then(|| evidence(count))
}

/// The client's sheet, where one of these texts says something.
fn sheet<const N: usize>(texts: [&str; N]) -> Option<Evidence> {
    texts.into_iter().any(is_said).then_some(Evidence::Sheet)
}

fn held(account: &Account, guide: &PlanningGuide, item: SupportingItem) -> Option<Evidence> {
    let (client, head) = (&account.client, &account.profile);
    match item {
        SupportingItem::OverallStrategy => sheet([&client.mission, &client.coherence]),
        SupportingItem::FinancialPerformance => sheet([&client.credit]),
        SupportingItem::MarketPerformance => sheet([&client.industry_trend]),
        // Nothing else in the account says these.
        SupportingItem::ProductStrategy | SupportingItem::Manufacturing | SupportingItem::SupplierManagement => None,
        SupportingItem::PurchasingStrategy => sheet([&client.purchasing_detail]),
        SupportingItem::Suppliers => some(account.competitors.len(), Evidence::Rivals),
        SupportingItem::PurchaseDecision => decision(account).or_else(|| sheet([&client.purchasing_process])),
        SupportingItem::Deciders => chart(account, guide),
        SupportingItem::RelationshipPlan => some(wanted(account), Evidence::Wanted),
        SupportingItem::ShareAndTrend => (head.revenue.is_some() && head.wallet.is_some()).then_some(Evidence::Share),
        SupportingItem::AccountFinances => client.lifetime_value.map(|_| Evidence::Figures(1)),
        SupportingItem::OperatingPerformance => {
            let figures = [client.satisfaction, client.loyalty, client.conversion];
            some(figures.iter().flatten().count(), Evidence::Figures)
        }
        SupportingItem::LastPlan => last_plan(account),
        SupportingItem::PointsOfAttention => sheet([&client.relation]),
        SupportingItem::BuyingCriteria => criteria(account, |_| true, Evidence::Criteria),
        SupportingItem::Competitiveness => criteria(account, |criterion| criterion.our_fit.is_some(), Evidence::Fits),
        SupportingItem::RivalPositions => {
            let is_known = |rival: &&Competitor| is_said(&rival.strengths) || is_said(&rival.trends);
            some(account.all::<Competitor>().filter(is_known).count(), Evidence::Rivals)
        }
        SupportingItem::TeamBudget => {
            let lines = account.all::<BudgetLine>().filter(|line| line.planned.is_some());
            some(lines.count(), Evidence::Budget)
        }
        SupportingItem::ResourcesNeeded => some(account.needs.len(), Evidence::Needs),
        SupportingItem::MemberPlans => member_plans(account),
        SupportingItem::RelationshipActions
        | SupportingItem::ProjectActions
        | SupportingItem::TeamActions
        | SupportingItem::FunctionActions
        | SupportingItem::Milestones => {
            some(account.all::<Action>().filter(|action| is_of(account, action, item)).count(), Evidence::Actions)
        }
    }
}

/// Whether an action belongs to an item of the action plan; one that was dropped belongs to none.
fn is_of(account: &Account, action: &Action, item: SupportingItem) -> bool {
    let owner = action.owner.and_then(|owner| account.get::<TeamMember>(owner));
    let has_links = action.opportunity.is_some() || !action.people.is_empty();
    action.status != ActionStatus::Dropped
        && match item {
            SupportingItem::RelationshipActions => {
                !action.people.is_empty() || action.area == Some(ActionArea::Relationship)
            }
            SupportingItem::ProjectActions => action.opportunity.is_some() || action.area == Some(ActionArea::Project),
            SupportingItem::TeamActions => !has_links && owner.is_some_and(|owner| !owner.is_other_function),
            SupportingItem::FunctionActions => owner.is_some_and(|owner| owner.is_other_function),
            SupportingItem::Milestones => action.is_milestone,
            SupportingItem::OverallStrategy
            | SupportingItem::FinancialPerformance
            | SupportingItem::MarketPerformance
            | SupportingItem::ProductStrategy
            | SupportingItem::Manufacturing
            | SupportingItem::PurchasingStrategy
            | SupportingItem::Suppliers
            | SupportingItem::PurchaseDecision
            | SupportingItem::Deciders
            | SupportingItem::RelationshipPlan
            | SupportingItem::SupplierManagement
            | SupportingItem::ShareAndTrend
            | SupportingItem::AccountFinances
            | SupportingItem::OperatingPerformance
            | SupportingItem::LastPlan
            | SupportingItem::PointsOfAttention
            | SupportingItem::BuyingCriteria
            | SupportingItem::Competitiveness
            | SupportingItem::RivalPositions
            | SupportingItem::MemberPlans
            | SupportingItem::TeamBudget
            | SupportingItem::ResourcesNeeded => false,
        }
}

fn open(account: &Account) -> impl Iterator<Item = &Opportunity> {
    account.ranked::<Opportunity>().into_iter().filter(|deal| deal.status == OpportunityStatus::Open)
}

/// How an open opportunity is decided: the steps of the first that has some, else what its background says.
fn decision(account: &Account) -> Option<Evidence> {
    let steps = |deal: &Opportunity| {
        let steps = deal.buying.process.iter().filter(|step| is_said(&step.step)).count();
        some(steps, |count| Evidence::Steps(deal.id, count))
    };
    let said = |deal: &Opportunity| is_said(&deal.background.decision_process).then_some(Evidence::Decision(deal.id));
    open(account).find_map(steps).or_else(|| open(account).find_map(said))
}

/// The criteria of the first open opportunity that has some which count.
fn criteria(
    account: &Account,
    counts: impl Fn(&DecisionCriterion) -> bool,
    evidence: impl Fn(crate::model::OpportunityId, usize) -> Evidence,
) -> Option<Evidence> {
    open(account).find_map(|deal| {
        let named = deal.buying.criteria.iter().filter(|criterion| is_said(&criterion.name) && counts(criterion));
        some(named.count(), |count| evidence(deal.id, count))
    })
}

/// The chart, where enough seats have a holder and somebody is known who approves or decides, in the whole account
/// or in an open opportunity.
fn chart(account: &Account, guide: &PlanningGuide) -> Option<Evidence> {
    let seats = account.all::<Seat>().filter(|seat| seat.holder.is_some()).count();
    let decides = |role: Option<BuyingRole>| matches!(role, Some(BuyingRole::Approver | BuyingRole::DecisionMaker));
    let everywhere = || account.all::<Person>().any(|person| decides(person.judgement.role));
    let somewhere = || {
        open(account).any(|deal| {
            let mut judged = deal.judgements.keys().filter_map(|person| account.get::<Person>(*person));
            judged.any(|person| decides(account.judgement(person, Some(deal.id)).role))
        })
    };
    (seats >= guide.chart_seats && (everywhere() || somewhere())).then_some(Evidence::Chart(seats))
}

/// How many people there are of whom we know which relation or which support we want.
fn wanted(account: &Account) -> usize {
    let is_wanted = |person: &&Person| person.stage_wanted.is_some() || person.judgement.support_wanted.is_some();
    account.all::<Person>().filter(is_wanted).count()
}

/// The newest review of the plan or of the year that says something.
fn last_plan(account: &Account) -> Option<Evidence> {
    let tells =
        |review: &&Review| matches!(review.kind, ReviewKind::Plan | ReviewKind::Annual) && is_said(&review.note);
    let newest = account.all::<Review>().filter(tells).max_by_key(|review| (review.date, review.id))?;
    Some(Evidence::Review(newest.date))
}

/// Every member of the team itself owns an open action.
fn member_plans(account: &Account) -> Option<Evidence> {
    let owns = |member: &&TeamMember| {
        account.all::<Action>().any(|action| action.owner == Some(member.id) && action.is_open())
    };
    let members: Vec<&TeamMember> = account.all::<TeamMember>().filter(|member| !member.is_other_function).collect();
    some(members.len(), Evidence::Members).filter(|_| members.iter().all(owns))
}
