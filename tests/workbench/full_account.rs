//! An account in which every field of every record says something, and every scale its every value.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use account_atlas::model::{
    Account, Action, Activity, BuyingRole, Coded, Competitor, Currency, Evidence, EvidenceList, Fact, FindingRule,
    Goal, Ids, Judged, Judgement, JudgementField, Kept, LayoutKind, Link, LinkKind, MAX_PHOTO_BYTES, Money, Mute,
    Opportunity, OpportunityJudgement, Person, PersonId, Pin, Pins, Profile, Review, Risk, RuleValue, Seat, SeatId,
    Snapshot, SnapshotLink, SnapshotOpportunity, SnapshotPerson, Strength, SwotEntry, TeamMember, TeamRelation, Tenure,
    TieKind,
};

use crate::file_format::put;
use crate::full_buying::buying;
use crate::full_opportunity::{answer, background};
use crate::full_pipeline;
use crate::full_plan;
use crate::strategy_full::{full_choices, full_elements, full_value};

/// All that has ever broken a text file.
pub const ODD: &str = "\"so\" it's C:\\new \\u{41}\n\r\n\t\u{0}\u{7}\u{85} 👩\u{200d}🚀 \u{202e}שלום\u{202c} \u{feff}客户𠮷 // end crc32=0 )],";

/// No scale has more values than this.
const COUNT: usize = 9;

pub fn nth<T: Coded>(number: usize) -> T {
    assert!(T::ALL.len() <= COUNT, "{} has values that stand nowhere here", T::KIND);
    T::ALL[number % T::ALL.len()]
}

pub fn text(number: usize) -> String {
    format!("{number}{ODD}")
}

pub fn day(number: usize) -> Option<NaiveDate> {
    let day = u32::try_from(number + 1).expect("a small number");
    Some(NaiveDate::from_ymd_opt(2026, day, day).expect("a day"))
}

pub fn rank(number: usize) -> i32 {
    i32::try_from(number).expect("a small number") - 4
}

pub fn percent(number: usize) -> Option<u8> {
    Some([0, 1, 50, 99, 100][number % 5])
}

pub fn money(number: usize) -> Option<Money> {
    let yen = Currency::parse("JPY").expect("a currency");
    let amounts = [
        (0, Currency::CNY),
        (5, Currency::EUR),
        (-5, Currency::EUR),
        (-123_456_789, Currency::CNY),
        (1_000, yen),
        (-7, yen),
        (i64::MAX, Currency::CNY),
        (-i64::MAX, yen),
    ];
    let (minor, currency) = amounts[number % amounts.len()];
    Some(Money { minor, currency })
}

pub fn evidence(number: usize) -> Evidence {
    Evidence { source: text(number), confidence: Some(nth(number)), verified: day(number), kept: Kept::default() }
}

fn evidence_list() -> EvidenceList {
    JudgementField::ALL.iter().enumerate().map(|(number, about)| (*about, evidence(number))).collect()
}

fn judged<T>(case: usize, value: T) -> Judged<T> {
    match case % 3 {
        0 => Judged::Inherit,
        1 => Judged::Unknown,
        _ => Judged::Is(value),
    }
}

fn kinds() -> [LinkKind; 10] {
    use TieKind::{Classmate, Family, FormerColleague, FormerSuperior, HomeTown, Other};
    let strengths = [Strength::SLIGHT, Strength::CLEAR, Strength::DECISIVE].map(LinkKind::Influences);
    let ties = [FormerSuperior, Classmate, HomeTown, Family, FormerColleague, Other].map(LinkKind::Tie);
    let all: Vec<LinkKind> = strengths.into_iter().chain([LinkKind::Conflict]).chain(ties).collect();
    all.try_into().expect("ten kinds")
}

fn list<T: From<ulid::Ulid>>(ids: &mut Ids) -> Vec<T> {
    (0..COUNT).map(|_| ids.fresh()).collect()
}

pub fn full_account() -> Account {
    let mut ids = Ids::new(1_795_000_000_000, 3 << 40);
    let mut account = Account::new(ids.fresh(), "");
    let (people, seats) = (list(&mut ids), list(&mut ids));
    for number in 0..COUNT {
        put(&mut account, person(number, &people));
        put(&mut account, seat(number, &seats, &people));
    }
    for (number, kind) in kinds().into_iter().enumerate() {
        let (from, to) = (people[number % COUNT], people[(number + 1) % COUNT]);
        let link =
            Link { note: text(number), evidence: Some(evidence(number)), ..Link::new(ids.fresh(), from, to, kind) };
        put(&mut account, link);
    }
    plan(&mut account, &mut ids, &people, &seats);
    account.set_aside = Arc::new(vec![text(1), text(2)]);
    account
}

fn person(number: usize, people: &[PersonId]) -> Person {
    let judgement = Judgement {
        role: Some(nth(number)),
        extra_roles: BTreeSet::from([BuyingRole::Approver, nth(number)]),
        tags: BTreeSet::from([nth(number), nth(number + 1)]),
        support: Some(nth(number)),
        support_wanted: Some(nth(number + 1)),
        coverage: Some(nth(number)),
        political: Some(nth(number)),
        veto: Some(number.is_multiple_of(2)),
        coach: Some(!number.is_multiple_of(2)),
        goal: text(number),
        win: text(number),
        evidence: evidence_list(),
    };
    let photo: Vec<u8> = (0..=u8::MAX).cycle().take(if number == 0 { MAX_PHOTO_BYTES } else { number - 1 }).collect();
    Person {
        id: people[number],
        name: text(number),
        second_name: text(number),
        kind: nth(number),
        members: people.iter().copied().filter(|other| *other != people[number]).collect(),
        phone: text(number),
        email: text(number),
        contact: text(number),
        photo: Some(Arc::from(photo)),
        notes: text(number),
        attitude: Some(nth(number)),
        style: Some(nth(number)),
        second_style: Some(nth(number + 1)),
        stage: Some(nth(number)),
        stage_wanted: Some(nth(number + 1)),
        judgement,
        foreign_id: text(number),
        facts: vec![Fact { name: text(1), value: text(2), kept: Kept::default() }; 2],
        kept: Kept::default(),
    }
}

fn seat(number: usize, seats: &[SeatId], people: &[PersonId]) -> Seat {
    let place = |number: usize| Pin { x: [i32::MIN, 0, i32::MAX][number % 3], y: -rank(number) };
    let pins: Pins = LayoutKind::ALL.iter().enumerate().map(|(number, layout)| (*layout, place(number))).collect();
    Seat {
        id: seats[number],
        title: text(number),
        unit: text(number),
        level: Some(u8::try_from(number * 31).expect("a byte")),
        external: number.is_multiple_of(2),
        reports_to: number.checked_sub(1).map(|boss| seats[boss]),
        dotted: seats[..number.saturating_sub(1)].to_vec(),
        holder: Some(people[number]),
        past: vec![Tenure { person: people[0], since: day(1), until: day(2), kept: Kept::default() }; number],
        rank: rank(number),
        pins,
        kept: Kept::default(),
    }
}

fn judgement(case: usize, value: usize) -> OpportunityJudgement {
    OpportunityJudgement {
        role: judged(case, nth(value)),
        support: judged(case + 1, nth(value)),
        support_wanted: judged(case + 2, nth(value)),
        coverage: judged(case, nth(value)),
        political: judged(case + 1, nth(value)),
        veto: judged(case + 2, true),
        coach: judged(case, false),
        goal: text(value),
        win: text(value),
        evidence: evidence_list(),
        kept: Kept::default(),
    }
}

#[expect(clippy::too_many_lines, reason = "every field of every record stands here once")]
fn plan(account: &mut Account, ids: &mut Ids, people: &[PersonId], seats: &[SeatId]) {
    let (team, deals, rivals) = (list(ids), list(ids), list(ids));
    account.profile = Arc::new(Profile {
        name: text(0),
        industry: text(1),
        tier: Some(nth(2)),
        status: Some(nth(1)),
        phase: Some(nth(2)),
        relationship: Some(nth(2)),
        owner: Some(team[0]),
        period: text(2),
        strategy: text(3),
        next_review: day(4),
        currency: Currency::EUR,
        revenue: money(3),
        wallet: money(6),
        target: money(5),
        collective_decision: true,
        notes: text(5),
        pipeline: full_pipeline::settings(),
        elements: full_elements(people, &team, &rivals),
        choices: full_choices(),
        swot_scanned: day(6),
        rule_values: vec![RuleValue { name: text(6), value: -7, kept: Kept::default() }],
        kept: Kept::default(),
    });
    let (kept, all) = (Kept::default, people.to_vec());
    for number in 0..COUNT {
        let (words, due, rank) = (text(number), day(number), rank(number));
        let [t1, t2, t3, t4, t5] = [1, 2, 3, 4, 5].map(|extra| format!("{extra}{words}"));
        let (member, deal, shared) = (Some(team[number]), Some(deals[number]), number.is_multiple_of(2));
        let style = Some(nth(number));
        put(
            account,
            TeamMember { name: t1.clone(), role: t2.clone(), style, rank, ..full_plan::member(team[number], number) },
        );
        let person = Some(people[number]);
        put(
            account,
            TeamRelation { id: ids.fresh(), member, person, stage: Some(nth(number)), note: t1.clone(), kept: kept() },
        );
        let judgements = people.iter().enumerate().map(|(case, person)| (*person, judgement(case, number))).collect();
        put(
            account,
            Opportunity {
                id: deals[number],
                name: t1.clone(),
                amount: money(number),
                stage: Some(nth(number)),
                rate: percent(number),
                status: nth(number),
                close: due,
                owner: member,
                committee: all.clone(),
                judgements,
                next_step: t2.clone(),
                next_step_due: due,
                novelty: Some(nth(number)),
                strategy: Some(nth(number)),
                rationale: t3.clone(),
                competitors: rivals.clone(),
                background: background(number),
                question_set: t4.clone(),
                assessment: vec![answer(number, None), answer(number, Some(rivals[number]))],
                buying: buying(number, ids, people, &rivals),
                rank,
                kept: kept(),
            },
        );
        put(
            account,
            Competitor {
                id: rivals[number],
                name: words.clone(),
                product_line: t1.clone(),
                service: t2.clone(),
                organization: t3.clone(),
                trends: t4.clone(),
                fit: Some(nth(number)),
                fit_note: t5.clone(),
                goals: t1.clone(),
                stance: t2.clone(),
                strengths: t3.clone(),
                weaknesses: t4.clone(),
                methods: t5.clone(),
                contacts: all.clone(),
                rank,
                kept: kept(),
            },
        );
        put(
            account,
            Goal {
                text: t1.clone(),
                measure: t2.clone(),
                due,
                progress: percent(number),
                people: all.clone(),
                shared,
                rank,
                ..Goal::new(ids.fresh())
            },
        );
        put(
            account,
            Action {
                what: t1.clone(),
                owner: member,
                due,
                status: nth(number),
                people: all.clone(),
                opportunity: deal,
                answers: Some(FindingRule::ALL[number]),
                question: t3.clone(),
                shared,
                rank,
                ..full_plan::action(account, ids, deals[number], number)
            },
        );
        put(
            account,
            Activity {
                what: nth(number),
                why: Some(nth(number)),
                who: all.clone(),
                members: team.clone(),
                place: t1.clone(),
                date: due,
                expected: t2.clone(),
                outcome: Some(nth(number)),
                happened: Some(shared),
                promised: t4.clone(),
                note: t3.clone(),
                opportunity: deal,
                ..full_plan::activity(ids, number)
            },
        );
        put(account, full_value(ids, number, people));
        put(account, SwotEntry { id: ids.fresh(), quadrant: nth(number), text: t1.clone(), rank, kept: kept() });
        put(
            account,
            Risk {
                text: t1.clone(),
                likelihood: Some(nth(number)),
                impact: Some(nth(number / 3)),
                level: nth(number),
                response: t2.clone(),
                owner: member,
                people: all.clone(),
                rank,
                ..Risk::new(ids.fresh())
            },
        );
        let snapshot = ids.fresh();
        put(
            account,
            Review {
                kind: nth(number),
                date: due,
                reviewer: t1.clone(),
                note: t2.clone(),
                checks: full_plan::checks(number),
                snapshot: Some(snapshot),
                ..Review::new(ids.fresh())
            },
        );
        let then = SnapshotPerson {
            person: people[number],
            name: t1.clone(),
            seat: Some(seats[number]),
            title: t2.clone(),
            reports_to: Some(seats[0]),
            role: Some(nth(number)),
            attitude: Some(nth(number)),
            support: Some(nth(number)),
            coverage: Some(nth(number)),
            political: Some(nth(number)),
            stage: Some(nth(number)),
            unit: t3.clone(),
            kept: kept(),
        };
        let link = |kind| SnapshotLink { from: people[0], to: people[1], kind, kept: kept() };
        let won = SnapshotOpportunity {
            opportunity: deals[number],
            name: t1.clone(),
            amount: money(number),
            stage: Some(nth(number)),
            status: nth(number),
            kept: kept(),
        };
        put(
            account,
            Snapshot {
                id: snapshot,
                taken: due,
                label: t3,
                people: vec![then; number],
                links: kinds().map(link).to_vec(),
                opportunities: vec![won.clone(); 2],
                kept: kept(),
            },
        );
        put(account, full_pipeline::week(ids.fresh(), number, won));
    }
    full_plan::fill(account, ids, people, &team, &deals);
    // One for every rule: there are more of them than values in any scale.
    for (number, rule) in FindingRule::ALL.iter().enumerate() {
        let (rule, person, reason) = (Some(*rule), Some(people[0]), text(number));
        put(account, Mute { rule, person, reason, day: day(1), ..Mute::new(ids.fresh()) });
    }
}
