//! What a file contradicts itself in, mended without losing a word.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::fields::WAS_ID;
use super::record::Stored;
use super::set_aside;
use crate::model::{
    Account, Action, Activity, BudgetLine, Competitor, ForecastLine, FunnelWeek, Goal, GrowthLever, Kept, Link, Mute,
    Opportunity, Person, Record, ResourceNeed, Review, Risk, ScoreLine, Seat, SeatId, Snapshot, SwotEntry, TeamMember,
    TeamRelation, ValueEntry, WorkloadSegment,
};

/// A record as a sentence names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The record's kind as files call it: "Person", "Seat".
    pub kind: &'static str,
    /// Its name, title or first words; may be empty.
    pub name: String,
}

/// Something that was found in a file, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// The file comes from a newer program and may only be read.
    NewerFile {
        /// Its schema.
        schema: u32,
    },
    /// There is no seal line: the file was made or changed elsewhere.
    SealMissing,
    /// The seal line does not fit: the text was changed elsewhere or damaged.
    SealBroken,
    /// Comments written by hand are lost at the next save.
    CommentsDropped,
    /// A value is not understood. It is kept word for word and shown as unknown.
    Kept {
        /// Whose value.
        subject: Subject,
        /// Which field.
        field: String,
        /// The value as it stands.
        text: String,
    },
    /// Two records had one id, or one had none; this one got a new id.
    NewId {
        /// The record with the new id.
        subject: Subject,
    },
    /// The record spoke of another one that is not there. The mention is set aside in the file.
    MentionSetAside {
        /// The record.
        subject: Subject,
        /// The field that spoke of it.
        field: &'static str,
    },
    /// The record cannot stand without what it spoke of. It is set aside in the file.
    RecordSetAside {
        /// The record.
        subject: Subject,
    },
    /// Seats reported to each other in a loop; this one now reports to nobody.
    LoopCut {
        /// The seat at which the loop was cut.
        seat: Subject,
        /// The seat it reported to.
        boss: Subject,
    },
    /// A damaged file: these many records could be read, and these many pieces could not.
    Salvaged {
        /// Records read.
        records: usize,
        /// Pieces set aside as text.
        pieces: usize,
    },
}

/// A record that a sentence can name.
pub(super) trait Named: Stored + Record {
    fn name(&self, account: &Account) -> String;

    /// What records inside this one keep.
    fn inner(&self) -> Vec<&Kept> {
        Vec::new()
    }
}

macro_rules! named {
    ($($record:ty: |$this:ident, $account:ident| $name:expr $(, $inner:expr)?);+ $(;)?) => {$(
        impl Named for $record {
            fn name(&self, $account: &Account) -> String {
                let ($this, _) = (self, &$account);
                $name.to_owned()
            }
            $(fn inner(&self) -> Vec<&Kept> {
                let inner: fn(&Self) -> Vec<&Kept> = $inner;
                inner(self)
            })?
        }
    )+};
}
named! {
    Seat: |seat, account| match seat.holder.and_then(|id| account.get::<Person>(id)) {
        Some(person) if seat.title.is_empty() => person.name.clone(),
        Some(_) | None => seat.title.clone(),
    }, |seat| seat.past.iter().map(|tenure| &tenure.kept).collect();
    Person: |person, account| person.name, |person| {
        let evidence = person.judgement.evidence.values().map(|evidence| &evidence.kept);
        evidence.chain(person.facts.iter().map(|fact| &fact.kept)).collect()
    };
    Link: |link, account| format!("{} – {}", account.person_name(link.from), account.person_name(link.to)), |link| link.evidence.iter().map(|evidence| &evidence.kept).collect();
    TeamMember: |member, account| member.name;
    TeamRelation: |relation, account| relation.note;
    Opportunity: |opportunity, account| opportunity.name, |opportunity| {
        let judged = || opportunity.judgements.values();
        let evidence = judged().flat_map(|judged| judged.evidence.values()).map(|evidence| &evidence.kept);
        let answers = || opportunity.assessment.iter();
        let sources = answers().filter_map(|answer| answer.evidence.as_ref()).map(|evidence| &evidence.kept);
        let answered = answers().map(|answer| &answer.kept).chain(sources);
        let rows = super::v1_buying::kept_of(&opportunity.buying);
        judged().map(|judged| &judged.kept).chain(evidence).chain(answered).chain(rows).collect()
    };
    Competitor: |rival, account| rival.name;
    Goal: |goal, account| goal.text;
    Action: |action, account| action.what;
    Activity: |activity, account| activity.expected;
    SwotEntry: |entry, account| entry.text;
    ValueEntry: |value, account| value.text;
    Risk: |risk, account| risk.text;
    Review: |review, account| review.note, |review| review.checks.iter().map(|check| &check.kept).collect();
    ScoreLine: |line, account| line.criterion;
    GrowthLever: |lever, account| lever.text;
    ForecastLine: |line, account| line.platform, |line| line.years.iter().map(|year| &year.kept).collect();
    ResourceNeed: |need, account| need.text;
    BudgetLine: |line, account| line.text;
    WorkloadSegment: |segment, account| segment.name;
    Snapshot: |snapshot, account| snapshot.label, |snapshot| {
        let people = snapshot.people.iter().map(|then| &then.kept);
        let links = snapshot.links.iter().map(|then| &then.kept);
        people.chain(links).chain(snapshot.opportunities.iter().map(|then| &then.kept)).collect()
    };
    Mute: |mute, account| mute.reason;
    FunnelWeek: |week, account| week.taken.map_or_else(String::new, |day| day.to_string()), |week| {
        week.stages.iter().map(|stage| &stage.kept).chain(week.opportunities.iter().map(|then| &then.kept)).collect()
    };
}

pub(super) fn subject<T: Named>(record: &T, account: &Account) -> Subject {
    Subject { kind: T::NAME, name: record.name(account) }
}

/// Mends what contradicts itself and tells every mend.
pub(super) fn mend(mut account: Account, repairs: &mut Vec<Repair>) -> Account {
    tell_kept(&mut account, repairs);
    cut_loops(&mut account, repairs);
    super::mentions::check_mentions(&mut account, repairs);
    account
}

fn tell_kept(account: &mut Account, repairs: &mut Vec<Repair>) {
    // The head's own fields are no news.
    for field in ["schema", "min_reader"] {
        if account.kept.get(field).and_then(|text| text.parse::<u32>().ok()) <= Some(super::SCHEMA) {
            account.kept.take(field);
        }
    }
    let head = Subject { kind: "Account", name: account.profile.name.clone() };
    let own = account.kept.clone();
    tell(&head, &own, &["schema", "min_reader"], repairs);
    tell(&head, &account.profile.kept, &[], repairs);
    tell(&head, &account.client.kept, &[], repairs);
    tell(&head, &account.plan.kept, &[], repairs);
    for kept in account
        .plan
        .outline
        .iter()
        .map(|year| &year.kept)
        .chain(account.plan.principles.iter().map(|check| &check.kept))
    {
        tell(&head, kept, &[], repairs);
    }
    macro_rules! each {
        ($($record:ty),+) => { $(tell_table::<$record>(account, repairs);)+ };
    }
    each!(
        Seat,
        Person,
        Link,
        TeamMember,
        TeamRelation,
        Opportunity,
        Competitor,
        Goal,
        Action,
        Activity,
        SwotEntry,
        ValueEntry,
        Risk,
        Review,
        Snapshot,
        Mute,
        FunnelWeek,
        ScoreLine,
        GrowthLever,
        ForecastLine,
        ResourceNeed,
        BudgetLine,
        WorkloadSegment
    );
}

fn tell(subject: &Subject, kept: &Kept, quiet: &[&str], repairs: &mut Vec<Repair>) {
    for (field, text) in kept.iter().filter(|(field, _)| !quiet.contains(field)) {
        let (field, text) = (field.to_owned(), text.to_owned());
        repairs.push(Repair::Kept { subject: subject.clone(), field, text });
    }
}

fn tell_table<T: Named>(account: &mut Account, repairs: &mut Vec<Repair>) {
    let told: Vec<T::Id> = account
        .all::<T>()
        .filter(|record| {
            record.kept().is_some_and(|kept| !kept.is_empty()) || record.inner().iter().any(|kept| !kept.is_empty())
        })
        .map(Record::id)
        .collect();
    for id in told {
        let Some(record) = account.get::<T>(id) else {
            continue;
        };
        let subject = subject(record, account);
        let mut record = record.clone();
        if record.kept_mut().and_then(|kept| kept.take(WAS_ID)).is_some() {
            repairs.push(Repair::NewId { subject: subject.clone() });
        }
        tell(&subject, record.kept().unwrap_or(&Kept::default()), &[], repairs);
        for kept in record.inner() {
            tell(&subject, kept, &[], repairs);
        }
        Arc::make_mut(T::table_mut(account)).insert(id, Arc::new(record));
    }
}

/// Cuts every reporting loop at its seat with the lowest id.
fn cut_loops(account: &mut Account, repairs: &mut Vec<Repair>) {
    let mut sound: BTreeSet<SeatId> = BTreeSet::new();
    let ids: Vec<SeatId> = account.seats.keys().copied().collect();
    for id in ids {
        let mut path = Vec::new();
        let mut here = Some(id);
        while let Some(seat) = here {
            if sound.contains(&seat) {
                break;
            }
            if let Some(start) = path.iter().position(|other| *other == seat) {
                if let Some(lowest) = path[start..].iter().min().copied() {
                    cut(account, lowest, repairs);
                }
                break;
            }
            path.push(seat);
            here = account.get::<Seat>(seat).and_then(|seat| seat.reports_to);
        }
        sound.extend(path);
    }
}

fn cut(account: &mut Account, id: SeatId, repairs: &mut Vec<Repair>) {
    let Some(seat) = account.get::<Seat>(id) else {
        return;
    };
    let Some(boss) = seat.reports_to.and_then(|boss| account.get::<Seat>(boss)) else {
        return;
    };
    repairs.push(Repair::LoopCut { seat: subject(seat, account), boss: subject(boss, account) });
    let text = format!("seat {id} reported to {}", boss.id);
    set_aside(account, text);
    if let Some(seat) = Arc::make_mut(&mut account.seats).get_mut(&id) {
        Arc::make_mut(seat).reports_to = None;
    }
}
