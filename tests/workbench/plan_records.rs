//! Bad input to the client's sheet and the plan: what is removed leaves nothing behind, what is not understood is kept,
//! what is damaged is saved record by record.

use account_atlas::edit::{
    ActionChange, ClientChange, Edit, EditError, ForecastChange, History, LeverChange, MemberChange, OpportunityChange,
    PlanChange, RecordEdit, ScoreChange, apply,
};
use account_atlas::file::{Loaded, Repair, read, write};
use account_atlas::model::{
    Account, Action, Activity, BudgetLine, ForecastLine, FunnelWeek, GrowthLever, Opportunity, PersonId, Record,
    ResourceNeed, ScoreLine, TeamMember, WorkloadSegment,
};

use super::file_damage::{by_hand, damaged, id, is_set_aside, mended, subject};
use super::file_format::body;
use super::full_account::full_account;

/// Does the edit to an account in which everything speaks of everything; the file has nothing to mend afterwards, and
/// one step back everything is as it was.
fn leaves_nothing_behind(edit: impl Fn(&Account) -> Edit, gone: Option<String>) -> Account {
    let start = full_account();
    let mut history = History::new(start.clone());
    history.commit(edit(&start)).expect("an edit that fits");
    let after = history.account().clone();
    let bytes = write(&after);
    let loaded = read(&bytes).expect("our own bytes");
    assert_eq!(loaded.repairs, [], "a mention that leads nowhere");
    assert_eq!(loaded.account, after);
    if let Some(gone) = gone {
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(!text.contains(&gone), "{gone} is still spoken of");
    }
    history.undo().expect("a step");
    assert_eq!(history.account(), &start, "undo restores every mention");
    after
}

fn first<T: Record>(account: &Account) -> T::Id {
    *T::table(account).keys().next().expect("a record")
}

#[test]
fn a_person_removed_is_spoken_of_nowhere() {
    let start = full_account();
    let person: PersonId = *start.persons.keys().nth(3).expect("a person");
    assert!(start.client.purchasing_people.contains(&person), "there is something to take out");
    assert!(start.all::<Action>().any(|action| action.people.contains(&person)));
    assert!(start.all::<Activity>().any(|activity| activity.who.contains(&person)));
    let after = leaves_nothing_behind(|_| Edit::Person(RecordEdit::Remove(person)), Some(person.to_string()));
    assert_eq!(after.client.purchasing_people.len(), start.client.purchasing_people.len() - 1);
    assert_eq!(after.actions.len(), start.actions.len(), "the action stays");
    assert_eq!(after.activities.len(), start.activities.len());
}

#[test]
fn a_member_removed_is_spoken_of_nowhere() {
    let start = full_account();
    let member = *start.team.keys().nth(2).expect("a member");
    assert!(start.all::<GrowthLever>().any(|lever| lever.owner == Some(member)));
    assert!(start.all::<ResourceNeed>().any(|need| need.member == Some(member)));
    assert!(start.all::<Action>().any(|action| action.owner == Some(member)));
    let after = leaves_nothing_behind(|_| Edit::Member(RecordEdit::Remove(member)), Some(member.to_string()));
    assert_eq!(
        (after.levers.len(), after.needs.len()),
        (start.levers.len(), start.needs.len()),
        "they wait for another"
    );
}

#[test]
fn an_opportunity_removed_leaves_its_lever_and_its_actions() {
    let start = full_account();
    let deal = *start.opportunities.keys().nth(1).expect("an opportunity");
    let named = |account: &Account| {
        let levers = account.all::<GrowthLever>().filter(|lever| lever.opportunity == Some(deal)).count();
        let actions = account.all::<Action>().filter(|action| action.opportunity == Some(deal)).count();
        (levers, actions, account.all::<Activity>().filter(|activity| activity.opportunity == Some(deal)).count())
    };
    assert_eq!(named(&start), (1, 1, 1));
    let after = leaves_nothing_behind(|_| Edit::Opportunity(RecordEdit::Remove(deal)), None);
    assert_eq!(named(&after), (0, 0, 0));
    assert_eq!((after.levers.len(), after.actions.len()), (start.levers.len(), start.actions.len()));
    let known: Vec<_> = after.all::<Opportunity>().flat_map(|deal| &deal.buying.criteria).map(|row| row.id).collect();
    assert!(after.all::<Action>().filter_map(|action| action.criterion).all(|criterion| known.contains(&criterion)));
}

#[test]
fn a_criterion_removed_leaves_its_action_to_the_opportunity() {
    let start = full_account();
    let action = start.all::<Action>().find(|action| action.criterion.is_some()).expect("an action on a criterion");
    let (id, deal) = (action.id, action.opportunity.expect("for an opportunity"));
    let edit = |account: &Account| {
        let mut rows = account.get::<Opportunity>(deal).expect("it").buying.criteria.clone();
        rows.retain(|row| Some(row.id) != account.get::<Action>(id).expect("it").criterion);
        Edit::Opportunity(RecordEdit::Set(deal, OpportunityChange::Criteria(rows)))
    };
    let after = leaves_nothing_behind(edit, None);
    let action = after.get::<Action>(id).expect("it stays");
    assert_eq!((action.criterion, action.opportunity), (None, Some(deal)));
}

#[test]
fn an_action_for_another_opportunity_lets_go_of_the_criterion() {
    let start = full_account();
    let action = start.all::<Action>().find(|action| action.criterion.is_some()).expect("an action on a criterion").id;
    let own = start.get::<Action>(action).expect("it").opportunity;
    let other = *start.opportunities.keys().find(|deal| Some(**deal) != own).expect("another");
    for deal in [None, Some(other)] {
        let change = ActionChange::Opportunity(deal);
        let after = leaves_nothing_behind(|_| Edit::Action(RecordEdit::Set(action, change.clone())), None);
        assert_eq!(after.get::<Action>(action).expect("it").criterion, None, "{deal:?}");
    }
    let same = Edit::Action(RecordEdit::Set(action, ActionChange::Opportunity(own)));
    assert!(apply(&start, &same).expect("fits").get::<Action>(action).expect("it").criterion.is_some());
}

#[test]
fn no_edit_makes_a_share_above_a_hundred() {
    let start = full_account();
    let (score, lever) = (first::<ScoreLine>(&start), first::<GrowthLever>(&start));
    let (line, member) = (first::<ForecastLine>(&start), first::<TeamMember>(&start));
    for value in [101, u8::MAX] {
        let over = Some(value);
        for edit in [
            Edit::Score(RecordEdit::Set(score, ScoreChange::Weight(over))),
            Edit::Lever(RecordEdit::Set(lever, LeverChange::Probability(over))),
            Edit::Forecast(RecordEdit::Set(line, ForecastChange::Share(over))),
            Edit::Forecast(RecordEdit::Set(line, ForecastChange::ShareWanted(over))),
            Edit::Member(RecordEdit::Set(member, MemberChange::TimeShare(over))),
            Edit::Client(ClientChange::Satisfaction(over)),
            Edit::Client(ClientChange::Loyalty(over)),
            Edit::Client(ClientChange::Conversion(over)),
            Edit::Plan(PlanChange::ShareWanted(over)),
            Edit::Plan(PlanChange::LikelyFrom(over)),
            Edit::Plan(PlanChange::VisitShare(over)),
        ] {
            assert_eq!(apply(&start, &edit), Err(EditError::Percent { value }), "{edit:?}");
            let mut history = History::new(start.clone());
            assert!(history.commit(edit).is_err());
            assert_eq!(history.account(), &start, "a refused edit changes nothing");
        }
    }
}

#[test]
fn shares_above_a_hundred_in_a_file_are_set_aside_and_told() {
    for over in ["101", "255"] {
        let loaded = mended(&by_hand(&format!(
            "profile: (name: \"Acme\"),
            client: (satisfaction: {over}, loyalty: {over}, conversion: {over}),
            plan: (share_wanted: {over}, likely_from: {over}, visit_share: {over}),
            team: [(id: \"#2\", name: \"Nadia\", time_share: {over})],
            scores: [(id: \"#3\", axis: Capability, criterion: \"Price\", weight: {over})],
            levers: [(id: \"#4\", text: \"More\", probability: {over})],
            forecast: [(id: \"#5\", platform: \"Pumps\", share: {over}, share_wanted: {over})],"
        )));
        let aside = |kind, name, field| Repair::MentionSetAside { subject: subject(kind, name), field };
        for told in [
            aside("Account", "Acme", "satisfaction"),
            aside("Account", "Acme", "loyalty"),
            aside("Account", "Acme", "conversion"),
            aside("Account", "Acme", "share_wanted"),
            aside("Account", "Acme", "likely_from"),
            aside("Account", "Acme", "visit_share"),
            aside("TeamMember", "Nadia", "time_share"),
            aside("ScoreLine", "Price", "weight"),
            aside("GrowthLever", "More", "probability"),
            aside("ForecastLine", "Pumps", "share"),
            aside("ForecastLine", "Pumps", "share_wanted"),
        ] {
            assert!(loaded.repairs.contains(&told), "{told:?} is not among {:?}", loaded.repairs);
        }
        assert_eq!(loaded.repairs.len(), 11);
        let account = &loaded.account;
        assert_eq!((account.client.satisfaction, account.plan.visit_share), (None, None));
        assert!(account.all::<ScoreLine>().all(|line| line.weight.is_none()));
        assert!(is_set_aside(account, over), "the number is not lost: {:?}", account.set_aside);
    }
}

#[test]
fn a_share_that_is_no_small_number_is_kept_word_for_word() {
    let loaded = mended_but_kept("scores: [(id: \"#3\", axis: Capability, criterion: \"Price\", weight: 300)],");
    let line = loaded.account.all::<ScoreLine>().next().expect("the line");
    assert_eq!((line.weight, line.kept.get("weight")), (None, Some("300")));
}

/// Loads what has unknown parts; a save gives the same words, and a second load says the same of them.
fn mended_but_kept(inner: &str) -> Loaded {
    let loaded = read(by_hand(inner).as_bytes()).expect("an account");
    let again = read(&write(&loaded.account)).expect("an account");
    assert_eq!(again.account, loaded.account);
    assert_eq!(again.repairs, loaded.repairs, "what is kept is told each time");
    assert!(loaded.repairs.iter().all(|repair| matches!(repair, Repair::Kept { .. })), "{:?}", loaded.repairs);
    loaded
}

#[test]
fn values_of_a_newer_program_are_kept_where_they_stood() {
    let loaded = mended_but_kept(
        "client: (sources: [Inside, Gossip], mood: \"sunny\"),
        plan: (
            outline: [(year: 2027, text: \"Sign\", color: Red)],
            principles: [(principle: Shiny, mark: Yes, note: \"a\"), (principle: Focus, mark: Perhaps, note: \"b\")],
        ),
        scores: [(id: \"#2\", axis: Luck, criterion: \"Weather\")],
        levers: [(id: \"#3\", kind: Magic, text: \"Wand\")],
        forecast: [(id: \"#4\", region: \"North\", years: [(year: 70000, amount: \"CNY 1.00\"), (year: 2027, amount: \"much\")])],
        needs: [(id: \"#5\", kind: Hope, text: \"Rain\", is_agreed: true)],
        workload: [(id: \"#6\", name: \"A\", count: 70000, months: 300)],
        reviews: [(id: \"#7\", kind: Plan, checks: [(question: Wisest, mark: No, note: \"c\")])],
        actions: [(id: \"#8\", what: \"Offer\", status: Done, area: Elsewhere)],",
    );
    let account = &loaded.account;
    let plan = &account.plan;
    assert_eq!(plan.outline[0].kept.get("color"), Some("Red"));
    assert_eq!((plan.principles[0].principle, plan.principles[0].kept.get("principle")), (None, Some("Shiny")));
    assert_eq!((plan.principles[1].mark, plan.principles[1].kept.get("mark")), (None, Some("Perhaps")));
    assert_eq!(account.client.kept.get("sources"), Some("[Inside, Gossip]"));
    assert_eq!(account.client.kept.get("mood"), Some("\"sunny\""));
    let line = account.all::<ForecastLine>().next().expect("the line");
    assert_eq!((line.years[0].year, line.years[0].kept.get("year")), (None, Some("70000")));
    assert_eq!((line.years[1].amount, line.years[1].kept.get("amount")), (None, Some("\"much\"")));
    assert_eq!(account.all::<GrowthLever>().next().expect("the lever").kept.get("kind"), Some("Magic"));
    assert_eq!(account.all::<ResourceNeed>().next().expect("the need").kept.get("kind"), Some("Hope"));
    let segment = account.all::<WorkloadSegment>().next().expect("the segment");
    assert_eq!((segment.kept.get("count"), segment.kept.get("months")), (Some("70000"), Some("300")));
    let text = body(account);
    for word in [
        "Shiny",
        "Perhaps",
        "Gossip",
        "sunny",
        "Red",
        "Luck",
        "Magic",
        "70000",
        "much",
        "Hope",
        "300",
        "Wisest",
        "Elsewhere",
    ] {
        assert!(text.contains(word), "{word} is lost: {text}");
    }
    assert_eq!(loaded.repairs.len(), 14, "each of them is told: {:?}", loaded.repairs);
}

#[test]
fn a_doubled_note_on_one_item_keeps_the_whole_list_as_text() {
    let loaded = mended_but_kept(
        "client: (supporting: [(item: Suppliers, note: \"one\"), (item: Suppliers, note: \"two\")], mission: \"M\"),",
    );
    let client = &loaded.account.client;
    assert!(client.supporting.is_empty() && client.mission == "M");
    let kept = client.kept.get("supporting").expect("the list");
    assert!(kept.contains("one") && kept.contains("two"));
    // Whatever the user writes there now takes its place.
    let notes = [(account_atlas::model::SupportingItem::Suppliers, "three".to_owned())].into();
    let changed = apply(&loaded.account, &Edit::Client(ClientChange::Supporting(notes))).expect("fits");
    let text = body(&changed);
    assert!(text.contains("three") && !text.contains("\"two\""), "{text}");
}

#[test]
fn mentions_of_nobody_in_the_plan_are_set_aside_and_told() {
    let loaded = mended(&by_hand(
        "profile: (name: \"Acme\"),
        persons: [(id: \"#2\", name: \"Ada\")],
        client: (purchasing_people: [\"#90\", \"#2\"]),
        opportunities: [(id: \"#3\", name: \"Deal\", criteria: [(id: \"#9\", name: \"Price\")])],
        actions: [(id: \"#4\", what: \"Offer\", status: Done, opportunity: \"#3\", criterion: \"#91\")],
        levers: [(id: \"#5\", text: \"More\", owner: \"#92\", opportunity: \"#93\")],
        needs: [(id: \"#6\", text: \"Hands\", member: \"#94\")],",
    ));
    for number in 90..=94 {
        assert!(is_set_aside(&loaded.account, &id(number)), "{number} is lost: {:?}", loaded.account.set_aside);
    }
    assert_eq!(loaded.account.client.purchasing_people.len(), 1);
    assert_eq!(loaded.repairs.len(), 5, "{:?}", loaded.repairs);
}

/// How many records of a list a damaged text still gives.
fn count_in<T: Record>(loaded: &Loaded) -> usize {
    T::table(&loaded.account).len()
}

#[test]
fn a_file_cut_in_any_list_of_the_plan_gives_what_stands_before_the_cut() {
    type Count = fn(&Loaded) -> usize;
    let lists: [(&str, Count); 7] = [
        ("funnel_weeks", count_in::<FunnelWeek>),
        ("scores", count_in::<ScoreLine>),
        ("levers", count_in::<GrowthLever>),
        ("forecast", count_in::<ForecastLine>),
        ("needs", count_in::<ResourceNeed>),
        ("budget", count_in::<BudgetLine>),
        ("workload", count_in::<WorkloadSegment>),
    ];
    let whole = full_account();
    let text = body(&whole);
    for (list, count) in lists {
        let start = text.find(&format!("\n    {list}: [\n")).expect("the list");
        let records: Vec<usize> =
            text[start..].match_indices("\n        (").map(|(at, _)| start + at).take(6).collect();
        // In the middle of the sixth record.
        let cut = text.floor_char_boundary(records[5] + 60);
        let (.., salvaged) = damaged(&text[..cut]);
        assert_eq!(count(&salvaged), 5, "{list}");
        assert_eq!(salvaged.account.persons, whole.persons, "{list}: what stands before is whole");
        assert_eq!(
            (salvaged.account.client.as_ref(), salvaged.account.plan.as_ref()),
            (whole.client.as_ref(), whole.plan.as_ref()),
            "{list}"
        );
        assert!(salvaged.is_read_only, "{list}");
        let piece = text[records[5]..cut].trim();
        assert!(is_set_aside(&salvaged.account, piece), "{list}: the record under the knife is kept as text");
    }
}

#[test]
fn a_sheet_cut_in_two_is_kept_as_text_and_the_rest_is_read() {
    let whole = full_account();
    let text = body(&whole);
    for (sheet, next) in [("client", "\n    plan: (\n"), ("plan", "\n    seats: [\n")] {
        let start = text.find(&format!("\n    {sheet}: (\n")).expect("the sheet");
        let end = text.find(next).expect("what follows it");
        let middle = text.floor_char_boundary(start + (end - start) / 2);
        let line = text[..middle].rfind('\n').expect("a line");
        // Half of the sheet is gone, its end with it.
        let broken = format!("{}{}", &text[..line], &text[end..]);
        let (.., salvaged) = damaged(&broken);
        assert_eq!(salvaged.account.persons, whole.persons, "{sheet}");
        assert_eq!(
            (salvaged.account.levers.clone(), salvaged.account.budget.clone()),
            (whole.levers.clone(), whole.budget.clone()),
            "{sheet}"
        );
        let first_line = text[start..line].lines().nth(2).expect("a field").trim();
        assert!(is_set_aside(&salvaged.account, first_line), "{sheet}: {first_line}");
    }
}
