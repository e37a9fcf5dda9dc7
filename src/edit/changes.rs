//! Which fields of which record an edit can set.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::change::changes;
use crate::model::{
    AccountStatus, Action, ActionArea, ActionStatus, Activity, ActivityKind, ActivityOutcome, ActivityPurpose, Answer,
    BenefitRow, BuyingPhase, BuyingRole, BuyingTag, CompetitiveStrategy, Competitor, CompetitorId, Coverage,
    CriterionId, Currency, DecisionCriterion, DevelopmentStage, Emphasis, Evidence, EvidenceList, ExchangeRate, Fact,
    FindingRule, FunnelStage, FunnelWeek, Goal, InnovationAttitude, LifePhase, Link, LinkKind, MemberId, Money, Mute,
    Need, Novelty, Opportunity, OpportunityId, OpportunityStatus, Person, PersonId, PersonKind, Pins, PoliticalStatus,
    PricePosition, ProcessStep, Profile, RelationshipStage, RelationshipType, Review, ReviewCheck, ReviewKind, Risk,
    RiskImpact, RiskLevel, RiskLikelihood, RivalFit, RuleValue, SaleType, Seat, SeatId, Snapshot, SnapshotId,
    StageRate, StrategicChoice, Support, SwotEntry, SwotQuadrant, TeamMember, TeamRelation, Tenure, ThinkingStyle,
    Tier, ValueEntry, ValueKind, ValueQuadrant,
};

changes! {
    /// A new value in the account's head.
    ProfileChange for Profile {
        Name(String) => name,
        Industry(String) => industry,
        Tier(Option<Tier>) => tier,
        Status(Option<AccountStatus>) => status,
        Phase(Option<LifePhase>) => phase,
        Relationship(Option<RelationshipType>) => relationship,
        Owner(Option<MemberId>) => owner,
        Period(String) => period,
        Strategy(String) => strategy,
        NextReview(Option<NaiveDate>) => next_review,
        Currency(Currency) => currency,
        Revenue(Option<Money>) => revenue,
        Wallet(Option<Money>) => wallet,
        Target(Option<Money>) => target,
        CollectiveDecision(bool) => collective_decision,
        Notes(String) => notes,
        Objectives(String) => elements.objectives,
        Focus(String) => elements.focus,
        Positioning(String) => elements.positioning,
        TargetPeople(Vec<PersonId>) => elements.target_people,
        TargetRivals(Vec<CompetitorId>) => elements.target_rivals,
        ForWhom(String) => elements.for_whom,
        PricePosition(Option<PricePosition>) => elements.price_position,
        Price(String) => elements.price,
        Advantage(String) => elements.advantage,
        Approach(String) => elements.approach,
        Resources(String) => elements.resources,
        AgreedBy(Option<MemberId>) => elements.agreed_by,
        AgreedOn(Option<NaiveDate>) => elements.agreed_on,
        Budget(Option<Money>) => elements.budget,
        SalesForecast(Option<Money>) => elements.sales_forecast,
        Choices(BTreeSet<StrategicChoice>) => choices.made,
        TrendsNote(String) => choices.trends_note,
        ValueNote(String) => choices.value_note,
        PriorityNote(String) => choices.priority_note,
        WeaknessNote(String) => choices.weakness_note,
        SwotScanned(Option<NaiveDate>) => swot_scanned,
        RuleValues(Vec<RuleValue>) => rule_values,
        StageRates(Vec<StageRate>) => pipeline.stage_rates,
        OffFunnelThreshold(Option<Money>) => pipeline.off_funnel_threshold,
        OffFunnelSold(Option<Money>) => pipeline.off_funnel_sold,
        OffFunnelExpected(Option<Money>) => pipeline.off_funnel_expected,
        QuarterTask(Option<Money>) => pipeline.quarter_task,
        SalesSince(Option<NaiveDate>) => pipeline.sales_since,
        ProgressDays(Option<u8>) => pipeline.progress_days,
        ExchangeRates(Vec<ExchangeRate>) => pipeline.exchange_rates,
    }
    /// A new value of a seat. Who reports to whom is a [`super::StructureEdit`].
    SeatChange for Seat {
        Title(String) => title,
        Unit(String) => unit,
        Level(Option<u8>) => level,
        External(bool) => external,
        Dotted(Vec<SeatId>) => dotted,
        Past(Vec<Tenure>) => past,
        Pins(Pins) => pins,
    }
    /// A new value of a person.
    PersonChange for Person {
        Name(String) => name,
        SecondName(String) => second_name,
        Kind(PersonKind) => kind,
        Members(Vec<PersonId>) => members,
        Phone(String) => phone,
        Email(String) => email,
        Contact(String) => contact,
        Photo(Option<Arc<[u8]>>) => photo,
        Notes(String) => notes,
        Attitude(Option<InnovationAttitude>) => attitude,
        Style(Option<ThinkingStyle>) => style,
        SecondStyle(Option<ThinkingStyle>) => second_style,
        Stage(Option<RelationshipStage>) => stage,
        StageWanted(Option<RelationshipStage>) => stage_wanted,
        Role(Option<BuyingRole>) => judgement.role,
        ExtraRoles(BTreeSet<BuyingRole>) => judgement.extra_roles,
        Tags(BTreeSet<BuyingTag>) => judgement.tags,
        Support(Option<Support>) => judgement.support,
        SupportWanted(Option<Support>) => judgement.support_wanted,
        Coverage(Option<Coverage>) => judgement.coverage,
        Political(Option<PoliticalStatus>) => judgement.political,
        Veto(Option<bool>) => judgement.veto,
        Coach(Option<bool>) => judgement.coach,
        Goal(String) => judgement.goal,
        Win(String) => judgement.win,
        Evidence(EvidenceList) => judgement.evidence,
        ForeignId(String) => foreign_id,
        Facts(Vec<Fact>) => facts,
    }
    /// A new value of a link.
    LinkChange for Link {
        From(PersonId) => from,
        To(PersonId) => to,
        Kind(LinkKind) => kind,
        Note(String) => note,
        Evidence(Option<Evidence>) => evidence,
    }
    /// A new value of a member of our team.
    MemberChange for TeamMember {
        Name(String) => name,
        Role(String) => role,
        Style(Option<ThinkingStyle>) => style,
        Function(String) => function,
        Duties(String) => duties,
        Development(String) => development,
        TimeShare(Option<u8>) => time_share,
        IsOtherFunction(bool) => is_other_function,
    }
    /// A new value of who of us knows whom.
    TeamRelationChange for TeamRelation {
        Member(Option<MemberId>) => member,
        Person(Option<PersonId>) => person,
        Stage(Option<RelationshipStage>) => stage,
        Note(String) => note,
    }
    /// A new value of an opportunity. Its judgements are a [`super::StructureEdit`].
    OpportunityChange for Opportunity {
        Name(String) => name,
        Amount(Option<Money>) => amount,
        Stage(Option<FunnelStage>) => stage,
        Rate(Option<u8>) => rate,
        Status(OpportunityStatus) => status,
        Close(Option<NaiveDate>) => close,
        Owner(Option<MemberId>) => owner,
        Committee(Vec<PersonId>) => committee,
        NextStep(String) => next_step,
        NextStepDue(Option<NaiveDate>) => next_step_due,
        Novelty(Option<Novelty>) => novelty,
        Strategy(Option<CompetitiveStrategy>) => strategy,
        Rationale(String) => rationale,
        Competitors(Vec<CompetitorId>) => competitors,
        Environment(String) => background.environment,
        CoreBusiness(String) => background.core_business,
        Finances(String) => background.finances,
        Need(String) => background.need,
        Project(String) => background.project,
        DecisionProcess(String) => background.decision_process,
        Objective(String) => background.objective,
        Benefit(String) => background.benefit,
        Exposure(String) => background.exposure,
        Emphasis(Option<Emphasis>) => background.emphasis,
        Driver(String) => background.driver,
        DriverDate(Option<NaiveDate>) => background.driver_date,
        QuestionSet(String) => question_set,
        Assessment(Vec<Answer>) => assessment,
        Cycle(Option<BuyingPhase>) => buying.cycle,
        Sale(Option<SaleType>) => buying.sale,
        Process(Vec<ProcessStep>) => buying.process,
        Criteria(Vec<DecisionCriterion>) => buying.criteria,
        Needs(Vec<Need>) => buying.needs,
        Benefits(Vec<BenefitRow>) => buying.benefits,
        Checklist(BTreeSet<DevelopmentStage>) => buying.checklist,
    }
    /// A new value of a rival.
    CompetitorChange for Competitor {
        Name(String) => name,
        ProductLine(String) => product_line,
        Goals(String) => goals,
        Stance(String) => stance,
        Strengths(String) => strengths,
        Weaknesses(String) => weaknesses,
        Service(String) => service,
        Methods(String) => methods,
        Organization(String) => organization,
        Trends(String) => trends,
        Fit(Option<RivalFit>) => fit,
        FitNote(String) => fit_note,
        Contacts(Vec<PersonId>) => contacts,
    }
    /// A new value of a goal.
    GoalChange for Goal {
        Text(String) => text,
        Measure(String) => measure,
        Due(Option<NaiveDate>) => due,
        Progress(Option<u8>) => progress,
        People(Vec<PersonId>) => people,
        Shared(bool) => shared,
    }
    /// A new value of an action.
    ActionChange for Action {
        What(String) => what,
        Owner(Option<MemberId>) => owner,
        Due(Option<NaiveDate>) => due,
        Status(ActionStatus) => status,
        People(Vec<PersonId>) => people,
        Opportunity(Option<OpportunityId>) => opportunity,
        Answers(Option<FindingRule>) => answers,
        Area(Option<ActionArea>) => area,
        IsMilestone(bool) => is_milestone,
        Criterion(Option<CriterionId>) => criterion,
        Shared(bool) => shared,
    }
    /// A new value of an activity.
    ActivityChange for Activity {
        What(ActivityKind) => what,
        Why(Option<ActivityPurpose>) => why,
        Who(Vec<PersonId>) => who,
        Members(Vec<MemberId>) => members,
        Place(String) => place,
        Date(Option<NaiveDate>) => date,
        Expected(String) => expected,
        Outcome(Option<ActivityOutcome>) => outcome,
        Happened(Option<bool>) => happened,
        Situation(String) => situation,
        Problem(String) => problem,
        Implication(String) => implication,
        Payoff(String) => payoff,
        Walked(Vec<String>) => walked,
        Promised(String) => promised,
        Note(String) => note,
        Opportunity(Option<OpportunityId>) => opportunity,
    }
    /// A new value of a line of the SWOT.
    SwotChange for SwotEntry {
        Quadrant(SwotQuadrant) => quadrant,
        Text(String) => text,
    }
    /// A new value of a line of the value card.
    ValueChange for ValueEntry {
        Quadrant(ValueQuadrant) => quadrant,
        Kind(Option<ValueKind>) => kind,
        Text(String) => text,
        Figure(String) => figure,
        People(Vec<PersonId>) => people,
        Due(Option<NaiveDate>) => due,
    }
    /// A new value of a risk.
    RiskChange for Risk {
        Text(String) => text,
        Likelihood(Option<RiskLikelihood>) => likelihood,
        Impact(Option<RiskImpact>) => impact,
        Level(RiskLevel) => level,
        Response(String) => response,
        Owner(Option<MemberId>) => owner,
        People(Vec<PersonId>) => people,
    }
    /// A new value of a review.
    ReviewChange for Review {
        Kind(ReviewKind) => kind,
        Date(Option<NaiveDate>) => date,
        Reviewer(String) => reviewer,
        Note(String) => note,
        Checks(Vec<ReviewCheck>) => checks,
        Snapshot(Option<SnapshotId>) => snapshot,
    }
    /// A new value of a snapshot.
    SnapshotChange for Snapshot {
        Taken(Option<NaiveDate>) => taken,
        Label(String) => label,
    }
    /// A new value of a finding put away.
    MuteChange for Mute {
        Reason(String) => reason,
    }
    /// A new value of a record of the funnel.
    FunnelWeekChange for FunnelWeek {
        Taken(Option<NaiveDate>) => taken,
    }
}

macro_rules! editable {
    ($($record:ident: $change:ident $(, $ranked:ident)?);+ $(;)?) => {$(
        impl $crate::edit::Editable for $record {
            type Change = $change;
            fn forget_kept(&mut self, field: &str) {
                self.kept.take(field);
            }
            fn set_place(&mut self, _rank: $crate::model::Rank) {
                $(self.$ranked = _rank;)?
            }
        }
    )+};
}
pub(super) use editable;

editable! {
    Seat: SeatChange, rank; Person: PersonChange; Link: LinkChange;
    TeamMember: MemberChange, rank; TeamRelation: TeamRelationChange;
    Opportunity: OpportunityChange, rank; Competitor: CompetitorChange, rank;
    Goal: GoalChange, rank; Action: ActionChange, rank; Activity: ActivityChange;
    SwotEntry: SwotChange, rank; Risk: RiskChange, rank; Review: ReviewChange;
    ValueEntry: ValueChange, rank; Snapshot: SnapshotChange; Mute: MuteChange; FunnelWeek: FunnelWeekChange;
}
