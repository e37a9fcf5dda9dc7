//! A damaged file read record by record: what stands between sound lines is saved.

use std::sync::Arc;

use super::codec;
use super::fields::{MAX_RECORDS, insert};
use super::head::Head;
use super::record::Stored;
use super::repair::{Repair, mend};
use super::{Loaded, SealState, set_aside};
use crate::model::{
    Account, AccountId, Action, Activity, BudgetLine, Competitor, ForecastLine, FunnelWeek, Goal, GrowthLever, Link,
    Mute, Opportunity, Person, Record, ResourceNeed, Review, Risk, ScoreLine, Seat, Snapshot, SwotEntry, TeamMember,
    TeamRelation, ValueEntry, WorkloadSegment,
};

/// Reads what can be read of a damaged text that this program once wrote.
pub(super) fn salvage(text: &str, head: Head) -> Loaded {
    let mut account = Account::new(head.id.unwrap_or(AccountId::from_bits(0)), "");
    let mut found = Pieces::default();
    for (list, piece) in pieces(text) {
        found.take(&mut account, list, piece);
    }
    let records = found.records;
    let pieces = found.unread.len();
    for piece in found.unread {
        set_aside(&mut account, piece);
    }
    let mut repairs = vec![Repair::Salvaged { records, pieces }];
    let account = mend(account, &mut repairs);
    Loaded { account, repairs, head, seal: SealState::Broken, is_read_only: true }
}

#[derive(Default)]
struct Pieces {
    records: usize,
    unread: Vec<String>,
}

impl Pieces {
    fn take(&mut self, account: &mut Account, list: &str, piece: &str) {
        match list {
            "profile" => match codec::from_ron(piece) {
                Ok(profile) => account.profile = Arc::new(profile),
                Err(_) => self.unread.push(piece.to_owned()),
            },
            "client" => match codec::from_ron(piece) {
                Ok(client) => account.client = Arc::new(client),
                Err(_) => self.unread.push(piece.to_owned()),
            },
            "plan" => match codec::from_ron(piece) {
                Ok(plan) => account.plan = Arc::new(plan),
                Err(_) => self.unread.push(piece.to_owned()),
            },
            "seats" => self.put::<Seat>(account, piece),
            "persons" => self.put::<Person>(account, piece),
            "links" => self.put::<Link>(account, piece),
            "team" => self.put::<TeamMember>(account, piece),
            "team_relations" => self.put::<TeamRelation>(account, piece),
            "opportunities" => self.put::<Opportunity>(account, piece),
            "competitors" => self.put::<Competitor>(account, piece),
            "goals" => self.put::<Goal>(account, piece),
            "actions" => self.put::<Action>(account, piece),
            "activities" => self.put::<Activity>(account, piece),
            "swot" => self.put::<SwotEntry>(account, piece),
            "values" => self.put::<ValueEntry>(account, piece),
            "risks" => self.put::<Risk>(account, piece),
            "reviews" => self.put::<Review>(account, piece),
            "snapshots" => self.put::<Snapshot>(account, piece),
            "funnel_weeks" => self.put::<FunnelWeek>(account, piece),
            "scores" => self.put::<ScoreLine>(account, piece),
            "levers" => self.put::<GrowthLever>(account, piece),
            "forecast" => self.put::<ForecastLine>(account, piece),
            "needs" => self.put::<ResourceNeed>(account, piece),
            "budget" => self.put::<BudgetLine>(account, piece),
            "workload" => self.put::<WorkloadSegment>(account, piece),
            "mutes" => self.put::<Mute>(account, piece),
            "set_aside" => match ron::from_str(piece) {
                Ok(text) => set_aside(account, text),
                Err(_) => self.unread.push(piece.to_owned()),
            },
            _ => self.unread.push(piece.to_owned()),
        }
    }

    fn put<T: Stored + Record>(&mut self, account: &mut Account, piece: &str) {
        match codec::from_ron::<T>(piece) {
            Ok(record) if T::table(account).len() < MAX_RECORDS => {
                self.records += 1;
                insert(Arc::make_mut(T::table_mut(account)), record);
            }
            Ok(_) | Err(_) => self.unread.push(piece.to_owned()),
        }
    }
}

/// The records of a text as this program lays it out: name of the list, text of the record.
fn pieces(text: &str) -> Vec<(&str, &str)> {
    let mut pieces = Vec::new();
    let mut list = "";
    let mut start = None;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let end = offset + bare.len();
        let is_record = bare.starts_with("        (");
        let closes = bare == "        )," || bare == "    ),";
        if let Some(name) = opened(bare, ": [") {
            flush(text, list, &mut start, offset, &mut pieces);
            list = name;
        } else if let Some(name) = opened(bare, ": (") {
            flush(text, list, &mut start, offset, &mut pieces);
            list = name;
            start = Some(end - 1);
        } else if is_record {
            flush(text, list, &mut start, offset, &mut pieces);
            if bare.ends_with("),") {
                pieces.push((list, &text[offset..end - 1]));
            } else {
                start = Some(offset);
            }
        } else if closes && start.is_some() {
            flush(text, list, &mut start, end - 1, &mut pieces);
        } else if list == "set_aside" && bare.starts_with("        \"") {
            pieces.push((list, bare.trim().trim_end_matches(',')));
        }
        offset += line.len();
    }
    flush(text, list, &mut start, offset, &mut pieces);
    pieces
}

/// The name in a line such as `    seats: [`.
fn opened<'a>(line: &'a str, mark: &str) -> Option<&'a str> {
    let name = line.strip_prefix("    ")?.strip_suffix(mark)?;
    name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_').then_some(name)
}

fn flush<'a>(
    text: &'a str,
    list: &'a str,
    start: &mut Option<usize>,
    end: usize,
    pieces: &mut Vec<(&'a str, &'a str)>,
) {
    if let Some(start) = start.take() {
        pieces.push((list, text[start..end].trim_end()));
    }
}
