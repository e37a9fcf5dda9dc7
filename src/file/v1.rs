//! Schema 1: every record, its fields on disk and where the model keeps them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::record::stored;
use super::v1_lists::{AboutEvidence, JudgedPerson, Judgements, PinnedAt};
use crate::model::{
    Account, AccountId, AccountStatus, Action, ActionId, ActionStatus, Activity, ActivityId, ActivityKind,
    ActivityOutcome, ActivityPurpose, Answer, AnswerMark, BenefitRow, BuyingPhase, BuyingRole, BuyingTag,
    CompetitiveStrategy, Competitor, CompetitorId, Confidence, Coverage, Currency, DecisionCriterion, DevelopmentStage,
    Emphasis, Evidence, EvidenceList, ExchangeRate, Fact, FindingRule, FunnelStage, FunnelWeek, Goal, GoalId,
    InnovationAttitude, Judged, JudgementField, Kept, LayoutKind, LifePhase, Link, LinkId, LinkKind, MemberId, Money,
    Mute, MuteId, Need, Novelty, Opportunity, OpportunityId, OpportunityStatus, Person, PersonId, PersonKind, Pins,
    PoliticalStatus, PricePosition, ProcessStep, Profile, Rank, RelationshipStage, RelationshipType, Review, ReviewId,
    ReviewKind, Risk, RuleValue, SaleType, Seat, SeatId, Snapshot, SnapshotId, SnapshotLink, SnapshotOpportunity,
    SnapshotPerson, StageRate, StrategicChoice, Support, SwotEntry, SwotId, SwotQuadrant, Table, TeamMember,
    TeamRelation, TeamRelationId, Tenure, ThinkingStyle, Tier, ValueEntry,
};
use chrono::NaiveDate;

stored! {
    Account, "Account", block, Account::new(AccountId::from_bits(0), ""), kept {
        id: AccountId => id,
        profile: Arc<Profile> => profile,
        seats: Table<Seat> => seats,
        persons: Table<Person> => persons,
        links: Table<Link> => links,
        team: Table<TeamMember> => team,
        team_relations: Table<TeamRelation> => team_relations,
        opportunities: Table<Opportunity> => opportunities,
        competitors: Table<Competitor> => competitors,
        goals: Table<Goal> => goals,
        actions: Table<Action> => actions,
        activities: Table<Activity> => activities,
        swot: Table<SwotEntry> => swot,
        risks: Table<Risk> => risks,
        reviews: Table<Review> => reviews,
        snapshots: Table<Snapshot> => snapshots,
        values: Table<ValueEntry> => values,
        mutes: Table<Mute> => mutes,
        funnel_weeks: Table<FunnelWeek> => funnel_weeks,
        set_aside: Arc<Vec<String>> => set_aside,
    }
    Profile, "Profile", block, Profile::new(""), kept {
        name: String => name,
        industry: String => industry,
        tier: Option<Tier> => tier,
        status: Option<AccountStatus> => status,
        phase: Option<LifePhase> => phase,
        relationship: Option<RelationshipType> => relationship,
        owner: Option<MemberId> => owner,
        period: String => period,
        strategy: String => strategy,
        next_review: Option<NaiveDate> => next_review,
        currency: Currency => currency,
        revenue: Option<Money> => revenue,
        wallet: Option<Money> => wallet,
        target: Option<Money> => target,
        collective_decision: bool => collective_decision,
        notes: String => notes,
        objectives: String => elements.objectives,
        focus: String => elements.focus,
        positioning: String => elements.positioning,
        target_people: Vec<PersonId> => elements.target_people,
        target_rivals: Vec<CompetitorId> => elements.target_rivals,
        for_whom: String => elements.for_whom,
        price_position: Option<PricePosition> => elements.price_position,
        price: String => elements.price,
        advantage: String => elements.advantage,
        approach: String => elements.approach,
        resources: String => elements.resources,
        agreed_by: Option<MemberId> => elements.agreed_by,
        agreed_on: Option<NaiveDate> => elements.agreed_on,
        budget: Option<Money> => elements.budget,
        sales_forecast: Option<Money> => elements.sales_forecast,
        choices: BTreeSet<StrategicChoice> => choices.made,
        trends_note: String => choices.trends_note,
        value_note: String => choices.value_note,
        priority_note: String => choices.priority_note,
        weakness_note: String => choices.weakness_note,
        swot_scanned: Option<NaiveDate> => swot_scanned,
        rule_values: Vec<RuleValue> => rule_values,
        stage_rates: Vec<StageRate> => pipeline.stage_rates,
        off_funnel_threshold: Option<Money> => pipeline.off_funnel_threshold,
        off_funnel_sold: Option<Money> => pipeline.off_funnel_sold,
        off_funnel_expected: Option<Money> => pipeline.off_funnel_expected,
        quarter_task: Option<Money> => pipeline.quarter_task,
        sales_since: Option<NaiveDate> => pipeline.sales_since,
        progress_days: Option<u8> => pipeline.progress_days,
        exchange_rates: Vec<ExchangeRate> => pipeline.exchange_rates,
    }
    Seat, "Seat", block, Seat::new(SeatId::from_bits(0)), kept {
        id: SeatId => id,
        title: String => title,
        unit: String => unit,
        level: Option<u8> => level,
        external: bool => external,
        reports_to: Option<SeatId> => reports_to,
        dotted: Vec<SeatId> => dotted,
        holder: Option<PersonId> => holder,
        past: Vec<Tenure> => past,
        rank: Rank => rank,
        pins: Pins => pins,
    }
    Person, "Person", block, Person::new(PersonId::from_bits(0), ""), kept {
        id: PersonId => id,
        name: String => name,
        second_name: String => second_name,
        kind: PersonKind => kind,
        members: Vec<PersonId> => members,
        phone: String => phone,
        email: String => email,
        contact: String => contact,
        photo: Option<Arc<[u8]>> => photo,
        role: Option<BuyingRole> => judgement.role,
        extra_roles: BTreeSet<BuyingRole> => judgement.extra_roles,
        tags: BTreeSet<BuyingTag> => judgement.tags,
        attitude: Option<InnovationAttitude> => attitude,
        support: Option<Support> => judgement.support,
        support_wanted: Option<Support> => judgement.support_wanted,
        coverage: Option<Coverage> => judgement.coverage,
        political: Option<PoliticalStatus> => judgement.political,
        veto: Option<bool> => judgement.veto,
        coach: Option<bool> => judgement.coach,
        stage: Option<RelationshipStage> => stage,
        stage_wanted: Option<RelationshipStage> => stage_wanted,
        style: Option<ThinkingStyle> => style,
        second_style: Option<ThinkingStyle> => second_style,
        goal: String => judgement.goal,
        win: String => judgement.win,
        evidence: EvidenceList => judgement.evidence,
        notes: String => notes,
        foreign_id: String => foreign_id,
        facts: Vec<Fact> => facts,
    }
    Tenure, "Tenure", inline, blank_tenure(), kept {
        person: PersonId => person,
        since: Option<NaiveDate> => since,
        until: Option<NaiveDate> => until,
    }
    Fact, "Fact", inline, Fact { name: String::new(), value: String::new(), kept: Kept::default() }, kept {
        name: String => name,
        value: String => value,
    }
    Link, "Link", inline, blank_link(), kept {
        id: LinkId => id,
        from: PersonId => from,
        to: PersonId => to,
        kind: LinkKind => kind,
        note: String => note,
        evidence: Option<Evidence> => evidence,
    }
    Evidence, "Evidence", inline, Evidence::default(), kept {
        source: String => source,
        confidence: Option<Confidence> => confidence,
        verified: Option<NaiveDate> => verified,
    }
    TeamMember, "TeamMember", inline, TeamMember::new(MemberId::from_bits(0)), kept {
        id: MemberId => id,
        name: String => name,
        role: String => role,
        style: Option<ThinkingStyle> => style,
        rank: Rank => rank,
    }
    TeamRelation, "TeamRelation", inline, TeamRelation::new(TeamRelationId::from_bits(0)), kept {
        id: TeamRelationId => id,
        member: Option<MemberId> => member,
        person: Option<PersonId> => person,
        stage: Option<RelationshipStage> => stage,
        note: String => note,
    }
    Opportunity, "Opportunity", block, Opportunity::new(OpportunityId::from_bits(0), ""), kept {
        id: OpportunityId => id,
        name: String => name,
        amount: Option<Money> => amount,
        stage: Option<FunnelStage> => stage,
        rate: Option<u8> => rate,
        status: OpportunityStatus => status,
        close: Option<NaiveDate> => close,
        owner: Option<MemberId> => owner,
        committee: Vec<PersonId> => committee,
        judgements: Judgements => judgements,
        next_step: String => next_step,
        next_step_due: Option<NaiveDate> => next_step_due,
        novelty: Option<Novelty> => novelty,
        strategy: Option<CompetitiveStrategy> => strategy,
        rationale: String => rationale,
        competitors: Vec<CompetitorId> => competitors,
        environment: String => background.environment,
        core_business: String => background.core_business,
        finances: String => background.finances,
        need: String => background.need,
        project: String => background.project,
        decision_process: String => background.decision_process,
        objective: String => background.objective,
        benefit: String => background.benefit,
        exposure: String => background.exposure,
        emphasis: Option<Emphasis> => background.emphasis,
        driver: String => background.driver,
        driver_date: Option<NaiveDate> => background.driver_date,
        question_set: String => question_set,
        assessment: Vec<Answer> => assessment,
        cycle: Option<BuyingPhase> => buying.cycle,
        sale: Option<SaleType> => buying.sale,
        process: Vec<ProcessStep> => buying.process,
        criteria: Vec<DecisionCriterion> => buying.criteria,
        needs: Vec<Need> => buying.needs,
        benefits: Vec<BenefitRow> => buying.benefits,
        checklist: BTreeSet<DevelopmentStage> => buying.checklist,
        rank: Rank => rank,
    }
    JudgedPerson, "JudgedPerson", inline, JudgedPerson::default(), kept {
        person: PersonId => person,
        role: Judged<BuyingRole> => judgement.role,
        support: Judged<Support> => judgement.support,
        support_wanted: Judged<Support> => judgement.support_wanted,
        coverage: Judged<Coverage> => judgement.coverage,
        political: Judged<PoliticalStatus> => judgement.political,
        veto: Judged<bool> => judgement.veto,
        coach: Judged<bool> => judgement.coach,
        goal: String => judgement.goal,
        win: String => judgement.win,
        evidence: EvidenceList => judgement.evidence,
    }
    AboutEvidence, "AboutEvidence", inline, AboutEvidence::default(), kept {
        about: JudgementField => about,
        source: String => evidence.source,
        confidence: Option<Confidence> => evidence.confidence,
        verified: Option<NaiveDate> => evidence.verified,
    }
    Answer, "Answer", inline, Answer::default(), kept {
        question: String => question,
        rival: Option<CompetitorId> => rival,
        mark: Option<AnswerMark> => mark,
        note: String => note,
        evidence: Option<Evidence> => evidence,
    }
    PinnedAt, "PinnedAt", inline, PinnedAt::default(), kept {
        layout: LayoutKind => layout,
        x: i32 => x,
        y: i32 => y,
    }
    Goal, "Goal", block, Goal::new(GoalId::from_bits(0)), kept {
        id: GoalId => id,
        text: String => text,
        measure: String => measure,
        due: Option<NaiveDate> => due,
        progress: Option<u8> => progress,
        people: Vec<PersonId> => people,
        shared: bool => shared,
        rank: Rank => rank,
    }
    Action, "Action", block, Action::new(ActionId::from_bits(0)), kept {
        id: ActionId => id,
        what: String => what,
        owner: Option<MemberId> => owner,
        due: Option<NaiveDate> => due,
        status: ActionStatus => status,
        people: Vec<PersonId> => people,
        opportunity: Option<OpportunityId> => opportunity,
        answers: Option<FindingRule> => answers,
        question: String => question,
        shared: bool => shared,
        rank: Rank => rank,
    }
    Activity, "Activity", block, Activity::new(ActivityId::from_bits(0)), kept {
        id: ActivityId => id,
        what: ActivityKind => what,
        why: Option<ActivityPurpose> => why,
        who: Vec<PersonId> => who,
        members: Vec<MemberId> => members,
        place: String => place,
        date: Option<NaiveDate> => date,
        expected: String => expected,
        outcome: Option<ActivityOutcome> => outcome,
        happened: Option<bool> => happened,
        promised: String => promised,
        note: String => note,
        opportunity: Option<OpportunityId> => opportunity,
    }
    SwotEntry, "SwotEntry", inline, SwotEntry::new(SwotId::from_bits(0)), kept {
        id: SwotId => id,
        quadrant: SwotQuadrant => quadrant,
        text: String => text,
        rank: Rank => rank,
    }
    Review, "Review", block, Review::new(ReviewId::from_bits(0)), kept {
        id: ReviewId => id,
        kind: ReviewKind => kind,
        date: Option<NaiveDate> => date,
        reviewer: String => reviewer,
        note: String => note,
        snapshot: Option<SnapshotId> => snapshot,
    }
    Snapshot, "Snapshot", block, blank_snapshot(), kept {
        id: SnapshotId => id,
        taken: Option<NaiveDate> => taken,
        label: String => label,
        people: Vec<SnapshotPerson> => people,
        links: Vec<SnapshotLink> => links,
        opportunities: Vec<SnapshotOpportunity> => opportunities,
    }
    SnapshotPerson, "SnapshotPerson", inline, blank_snapshot_person(), kept {
        person: PersonId => person,
        name: String => name,
        seat: Option<SeatId> => seat,
        title: String => title,
        reports_to: Option<SeatId> => reports_to,
        role: Option<BuyingRole> => role,
        attitude: Option<InnovationAttitude> => attitude,
        support: Option<Support> => support,
        coverage: Option<Coverage> => coverage,
        political: Option<PoliticalStatus> => political,
        stage: Option<RelationshipStage> => stage,
        unit: String => unit,
    }
    Mute, "Mute", inline, Mute::new(MuteId::from_bits(0)), kept {
        id: MuteId => id,
        rule: Option<FindingRule> => rule,
        person: Option<PersonId> => person,
        reason: String => reason,
        day: Option<NaiveDate> => day,
    }
    RuleValue, "RuleValue", inline, RuleValue::default(), kept {
        name: String => name,
        value: i32 => value,
    }
    SnapshotLink, "SnapshotLink", inline, blank_snapshot_link(), kept {
        from: PersonId => from,
        to: PersonId => to,
        kind: LinkKind => kind,
    }
    SnapshotOpportunity, "SnapshotOpportunity", inline, blank_snapshot_opportunity(), kept {
        opportunity: OpportunityId => opportunity,
        name: String => name,
        amount: Option<Money> => amount,
        stage: Option<FunnelStage> => stage,
        status: OpportunityStatus => status,
    }
}

fn blank_tenure() -> Tenure {
    Tenure { person: PersonId::from_bits(0), since: None, until: None, kept: Kept::default() }
}

fn blank_link() -> Link {
    let nobody = PersonId::from_bits(0);
    Link::new(LinkId::from_bits(0), nobody, nobody, LinkKind::Conflict)
}

fn blank_snapshot() -> Snapshot {
    Snapshot {
        id: SnapshotId::from_bits(0),
        taken: None,
        label: String::new(),
        people: Vec::new(),
        links: Vec::new(),
        opportunities: Vec::new(),
        kept: Kept::default(),
    }
}

fn blank_snapshot_person() -> SnapshotPerson {
    SnapshotPerson {
        person: PersonId::from_bits(0),
        name: String::new(),
        seat: None,
        title: String::new(),
        reports_to: None,
        role: None,
        attitude: None,
        support: None,
        coverage: None,
        political: None,
        stage: None,
        unit: String::new(),
        kept: Kept::default(),
    }
}

fn blank_snapshot_link() -> SnapshotLink {
    let nobody = PersonId::from_bits(0);
    SnapshotLink { from: nobody, to: nobody, kind: LinkKind::Conflict, kept: Kept::default() }
}

fn blank_snapshot_opportunity() -> SnapshotOpportunity {
    SnapshotOpportunity {
        opportunity: OpportunityId::from_bits(0),
        name: String::new(),
        amount: None,
        stage: None,
        status: OpportunityStatus::Open,
        kept: Kept::default(),
    }
}
