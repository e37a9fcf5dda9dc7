//! The client's sheet and the scores as JSON.

use serde_json::{Value, json};

use super::{amount, codes, fields, joined, texts};
use crate::model::{ClientSheet, Coded, ScoreLine};

pub(super) fn sheet(sheet: &ClientSheet) -> Value {
    let mut own = fields!(sheet, [mission, outside_forces, inside_forces, coherence, industry_trend, quality]);
    own.extend(fields!(sheet, [annual_volume, credit, price_demand, payment_days]));
    own.extend(fields!(sheet, [drawings, technical, used_for, samples]));
    own.extend(fields!(sheet, [person_needs, firm_needs, industry_needs, purchasing_process, purchasing_detail]));
    own.extend(fields!(sheet, [history, relation, available, chances, satisfaction, loyalty, conversion]));
    let supporting = sheet.supporting.iter().map(|(item, note)| json!({ "item": item.code(), "note": note }));
    joined(
        own,
        json!({
            "purchasing_people": texts(&sheet.purchasing_people), "sources": codes(&sheet.sources),
            "lifetime_value": amount(sheet.lifetime_value), "supporting": supporting.collect::<Vec<_>>(),
        }),
    )
}

pub(super) fn score(line: &ScoreLine) -> Value {
    let own = fields!(line, [criterion, weight, rating, evidence]);
    joined(own, json!({ "id": line.id.to_string(), "axis": line.axis.code() }))
}
