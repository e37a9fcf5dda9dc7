//! The account: tables of records behind shared pointers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::id::id_types;
use super::{
    Action, Activity, BudgetLine, ClientSheet, Competitor, ForecastLine, FunnelWeek, Goal, GrowthLever, Judgement,
    Kept, Link, Mute, Opportunity, OpportunityId, Person, PersonId, PlanSheet, Profile, Ranked, Record, ResourceNeed,
    Review, Risk, ScoreLine, Seat, SeatId, Snapshot, SwotEntry, Table, TeamMember, TeamRelation, ValueEntry,
    WorkloadSegment,
};

id_types! {
    /// The id of an [`Account`]: the document id in its file.
    AccountId,
}

/// Everything known about one client. Cloning copies pointers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The document id.
    pub id: AccountId,
    /// Who the client is and what the plan is.
    pub profile: Arc<Profile>,
    /// The client's sheet.
    pub client: Arc<ClientSheet>,
    /// What the plan says beside its lists.
    pub plan: Arc<PlanSheet>,
    /// Places in the organisation.
    pub seats: Table<Seat>,
    /// People.
    pub persons: Table<Person>,
    /// Informal links between people.
    pub links: Table<Link>,
    /// Our team.
    pub team: Table<TeamMember>,
    /// Who of us knows whom.
    pub team_relations: Table<TeamRelation>,
    /// Opportunities.
    pub opportunities: Table<Opportunity>,
    /// Rivals.
    pub competitors: Table<Competitor>,
    /// Goals.
    pub goals: Table<Goal>,
    /// Actions.
    pub actions: Table<Action>,
    /// Activities.
    pub activities: Table<Activity>,
    /// SWOT.
    pub swot: Table<SwotEntry>,
    /// Risks.
    pub risks: Table<Risk>,
    /// Reviews held.
    pub reviews: Table<Review>,
    /// Dated snapshots.
    pub snapshots: Table<Snapshot>,
    /// The value card.
    pub values: Table<ValueEntry>,
    /// Findings put away.
    pub mutes: Table<Mute>,
    /// The funnel week by week.
    pub funnel_weeks: Table<FunnelWeek>,
    /// The scores of the account, criterion by criterion.
    pub scores: Table<ScoreLine>,
    /// Growth levers.
    pub levers: Table<GrowthLever>,
    /// The forecast, line by line.
    pub forecast: Table<ForecastLine>,
    /// What the team needs.
    pub needs: Table<ResourceNeed>,
    /// The budget.
    pub budget: Table<BudgetLine>,
    /// The workload of visits.
    pub workload: Table<WorkloadSegment>,
    /// Records of a file that could not be given a place, word for word.
    pub set_aside: Arc<Vec<String>>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl Account {
    /// An empty account of this name.
    pub fn new(id: AccountId, name: impl Into<String>) -> Self {
        Self {
            id,
            profile: Arc::new(Profile::new(name)),
            client: Arc::default(),
            plan: Arc::default(),
            seats: Table::<Seat>::default(),
            persons: Table::<Person>::default(),
            links: Table::<Link>::default(),
            team: Table::<TeamMember>::default(),
            team_relations: Table::<TeamRelation>::default(),
            opportunities: Table::<Opportunity>::default(),
            competitors: Table::<Competitor>::default(),
            goals: Table::<Goal>::default(),
            actions: Table::<Action>::default(),
            activities: Table::<Activity>::default(),
            swot: Table::<SwotEntry>::default(),
            risks: Table::<Risk>::default(),
            reviews: Table::<Review>::default(),
            snapshots: Table::<Snapshot>::default(),
            values: Table::<ValueEntry>::default(),
            mutes: Table::<Mute>::default(),
            funnel_weeks: Table::<FunnelWeek>::default(),
            scores: Table::<ScoreLine>::default(),
            levers: Table::<GrowthLever>::default(),
            forecast: Table::<ForecastLine>::default(),
            needs: Table::<ResourceNeed>::default(),
            budget: Table::<BudgetLine>::default(),
            workload: Table::<WorkloadSegment>::default(),
            set_aside: Arc::default(),
            kept: Kept::default(),
        }
    }

    /// The record with this id.
    pub fn get<T: Record>(&self, id: T::Id) -> Option<&T> {
        T::table(self).get(&id).map(AsRef::as_ref)
    }

    /// All records of a kind, in the order of their ids.
    pub fn all<T: Record>(&self) -> impl Iterator<Item = &T> {
        T::table(self).values().map(AsRef::as_ref)
    }

    /// All records of a kind in the order the user gave them.
    pub fn ranked<T: Ranked>(&self) -> Vec<&T> {
        let mut list: Vec<&T> = self.all::<T>().collect();
        list.sort_by_key(|record| record.rank());
        list
    }

    /// The name of a person, or an empty text.
    pub fn person_name(&self, id: PersonId) -> &str {
        self.persons.get(&id).map_or("", |person| person.name.as_str())
    }

    /// Who sits on a seat.
    pub fn holder(&self, seat: SeatId) -> Option<&Person> {
        self.get::<Person>(self.get::<Seat>(seat)?.holder?)
    }

    /// The first seat of every seated person. Cost: one walk over the seats.
    pub fn seat_of_person(&self) -> BTreeMap<PersonId, SeatId> {
        let mut seats = BTreeMap::new();
        for seat in self.all::<Seat>() {
            if let Some(person) = seat.holder {
                seats.entry(person).or_insert(seat.id);
            }
        }
        seats
    }

    /// Direct reports of every seat that has some, ordered by hand, then by making.
    pub fn reports(&self) -> BTreeMap<SeatId, Vec<SeatId>> {
        let mut reports: BTreeMap<SeatId, Vec<SeatId>> = BTreeMap::new();
        for seat in self.ranked::<Seat>() {
            if let Some(boss) = seat.reports_to {
                reports.entry(boss).or_default().push(seat.id);
            }
        }
        reports
    }

    /// Whether `seat` is `boss` or hangs somewhere below it. Cost: the depth of the chart.
    pub fn is_in_branch(&self, seat: SeatId, boss: SeatId) -> bool {
        let mut here = Some(seat);
        // A loop cannot be entered, yet a file may hold one until it is repaired.
        for _ in 0..=self.seats.len() {
            match here {
                Some(id) if id == boss => return true,
                Some(id) => here = self.get::<Seat>(id).and_then(|seat| seat.reports_to),
                None => return false,
            }
        }
        false
    }

    /// The judgement on a person that holds in an opportunity, or in the whole account.
    pub fn judgement(&self, person: &Person, opportunity: Option<OpportunityId>) -> Judgement {
        let own = opportunity
            .and_then(|id| self.get::<Opportunity>(id))
            .and_then(|opportunity| opportunity.judgements.get(&person.id));
        match own {
            Some(own) => own.over(&person.judgement),
            None => person.judgement.clone(),
        }
    }
}
