//! What the client gets to see: nothing of ours, and the same bytes whatever we know.

use std::collections::BTreeSet;

use account_atlas::file;
use account_atlas::model::{Action, ClientSheet, PlanSheet, TeamMember, for_customer};
use lopdf::{Document, Object};

use crate::command_line::{DONE, Desk, REPAIRED};

/// How every text begins that the client must never see.
const SECRET: &str = "ZQ";

/// How texts begin that the client may see.
const SHOWN: &str = "WV";

/// An account of which every line with a secret can be taken out without breaking the rest.
const ACCOUNT: &str = r#"(
    schema: 1,
    min_reader: 1,
    id: "01K9ENATM00000000000000001",
    mystery: "ZQmystery",
    profile: (
        name: "WVclient",
        industry: "WVpumps",
        tier: A, status: Existing, phase: Develop, relationship: Partner, strategy: "ZQstrategy",
        owner: "01K9ENATM0000000000000001K",
        period: "WVperiod",
        next_review: "2027-01-15",
        currency: "GBP",
        revenue: "GBP 460000.00", wallet: "GBP 3900000.00", target: "GBP 1500000.00", notes: "ZQaccountnotes",
        collective_decision: true, mystery: "ZQheadmystery",
        objectives: "ZQobjectives", focus: "ZQfocus", positioning: "ZQpositioning", for_whom: "ZQforwhom", price: "ZQprice", advantage: "ZQadvantage",
        approach: "ZQapproach", resources: "ZQresources", budget: "GBP 3.00", choices: [Trends], trends_note: "ZQtrends", swot_scanned: "2026-09-01",
    ),
    seats: [
        (id: "01K9ENATM0000000000000000K", title: "WVchief", unit: "WVboard", level: 1, holder: "01K9ENATM00000000000000002",
            past: [(person: "01K9ENATM00000000000000003", since: "2019-02-01", mystery: "ZQpast")],
        ),
        (id: "01K9ENATM0000000000000000M", title: "WVdirector", reports_to: "01K9ENATM0000000000000000K", holder: "01K9ENATM00000000000000003",
            mystery: "ZQseatmystery",
        ),
        (id: "01K9ENATM0000000000000000N", title: "WVempty", reports_to: "01K9ENATM0000000000000000K",
            holder: "01K9ENATM00000000000000004", mystery: "ZQsought",
        ),
    ],
    persons: [
        (id: "01K9ENATM00000000000000002", name: "WVada",
            role: Approver, support: Enemy, coverage: NoContact, political: InnerCircle, veto: true, notes: "ZQnotes",
            attitude: Laggard, stage: Trust, style: A, tags: [Gatekeeper], support_wanted: Mentor, goal: "ZQpersongoal",
            win: "ZQwin", phone: "ZQphone", email: "ZQemail", contact: "ZQcontact", foreign_id: "ZQforeignid",
            evidence: [(about: Support, source: "ZQsource", confidence: Assumed, verified: "2026-09-02")],
            facts: [(name: "ZQfactname", value: "ZQfact")], mystery: "ZQpersonmystery",
        ),
        (id: "01K9ENATM00000000000000003", name: "WVbo",
            role: User, support: Mentor, coverage: InDepth, coach: true, stage_wanted: Alliance, notes: "ZQbonotes",
            members: ["01K9ENATM00000000000000002"], win: "ZQbowin",
        ),
        (id: "01K9ENATM00000000000000004", name: "ZQplaceholder", kind: Placeholder),
    ],
    links: [
        (id: "01K9ENATM00000000000000016", from: "01K9ENATM00000000000000003", to: "01K9ENATM00000000000000002", kind: Influences(3), note: "ZQlink", evidence: (source: "ZQlinksource")),
        (id: "01K9ENATM00000000000000017", from: "01K9ENATM00000000000000003", to: "01K9ENATM00000000000000002", kind: Conflict, note: "ZQconflict"),
    ],
    team: [
        (id: "01K9ENATM0000000000000001K", name: "WVnadia",
            role: "ZQteamrole", function: "ZQfunction", duties: "ZQduties", development: "ZQdevelopment", time_share: 60, is_other_function: true,
        ),
        (id: "01K9ENATM0000000000000001M", name: "WVben"),
    ],
    team_relations: [
        (id: "01K9ENATM0000000000000001Q", member: "01K9ENATM0000000000000001K", person: "01K9ENATM00000000000000002", stage: Alliance, note: "ZQrelation"),
    ],
    opportunities: [
        (id: "01K9ENATM00000000000000024", name: "ZQopportunity", amount: "GBP 2400000.00", stage: Compare, owner: "01K9ENATM0000000000000001K", committee: ["01K9ENATM00000000000000002"], judgements: [(person: "01K9ENATM00000000000000002", support: Neutral, goal: "ZQjudgegoal", win: "ZQjudgewin")], next_step: "ZQnextstep", next_step_due: "2026-12-09", rationale: "ZQrationale", strategy: Flanking, environment: "ZQenvironment", core_business: "ZQcore", finances: "ZQfinances", need: "ZQneed", project: "ZQproject", decision_process: "ZQprocess", objective: "ZQobjective", benefit: "ZQbenefit", exposure: "ZQexposure", driver: "ZQdriver", assessment: [(question: "value", mark: Minus, note: "ZQanswer")], process: [(id: "01K9ENATM00000000000000051", step: "ZQstep", department: "ZQdepartment", method: "ZQmethod")], criteria: [(id: "01K9ENATM00000000000000052", name: "ZQcriterion", our_fit: Failing, note: "ZQcriterionnote")], needs: [(id: "01K9ENATM00000000000000053", statement: "ZQstatement", implication: "ZQimplication", payoff: "ZQpayoff")], benefits: [(id: "01K9ENATM00000000000000054", feature: "ZQfeature", advantage: "ZQfeatureadvantage", benefit: "ZQfeaturebenefit")]),
    ],
    competitors: [
        (id: "01K9ENATM00000000000000022", name: "ZQrival", goals: "ZQrivalgoals", stance: "ZQstance", strengths: "ZQstrong", weaknesses: "ZQweak", methods: "ZQmethods", product_line: "ZQline", service: "ZQservice", organization: "ZQorganization", trends: "ZQrivaltrends", fit: Worse, fit_note: "ZQfit", contacts: ["01K9ENATM00000000000000003"]),
    ],
    goals: [
        (id: "01K9ENATM00000000000000027", text: "ZQgoal", measure: "ZQmeasure", progress: 40),
        (id: "01K9ENATM00000000000000028", text: "WVgoal", due: "2027-03-31", progress: 62, shared: true,
            people: ["01K9ENATM00000000000000002"], mystery: "ZQgoalmystery",
        ),
    ],
    actions: [
        (id: "01K9ENATM0000000000000002B", what: "ZQaction", owner: "01K9ENATM0000000000000001M", due: "2026-11-28", status: AtRisk),
        (id: "01K9ENATM0000000000000002E", what: "WVaction", owner: "01K9ENATM0000000000000001M", due: "2026-12-16", shared: true,
            opportunity: "01K9ENATM00000000000000024", mystery: "ZQactionmystery", area: Project, is_milestone: true, question: "ZQquestion",
        ),
    ],
    activities: [
        (id: "01K9ENATM0000000000000002K", what: Negotiation, place: "ZQplace", expected: "ZQexpected", note: "ZQactivity", date: "2026-10-21", who: ["01K9ENATM00000000000000002"], situation: "ZQsituation", problem: "ZQproblem", implication: "ZQthen", payoff: "ZQworth", walked: ["ZQwalked"], promised: "ZQpromised"),
    ],
    swot: [
        (id: "01K9ENATM0000000000000002Q", quadrant: Strength, text: "ZQswot"),
    ],
    values: [
        (id: "01K9ENATM00000000000000031", quadrant: Quantified, text: "ZQvalue", figure: "ZQfigure", people: ["01K9ENATM00000000000000002"]),
    ],
    risks: [
        (id: "01K9ENATM00000000000000033", text: "ZQrisk", level: High, response: "ZQresponse", people: ["01K9ENATM00000000000000002"]),
    ],
    reviews: [
        (id: "01K9ENATM00000000000000037", kind: Plan, date: "2026-09-02", reviewer: "ZQreviewer", note: "ZQreview", checks: [(question: Linked, mark: No, note: "ZQcheck")]),
    ],
    snapshots: [
        (id: "01K9ENATM00000000000000039", taken: "2026-09-02", label: "ZQsnapshot", people: [(person: "01K9ENATM00000000000000002", name: "ZQthen", support: Mentor)]),
    ],
    client: (mission: "ZQmission", outside_forces: "ZQoutside", quality: "ZQquality", credit: "ZQcredit", payment_days: 58, person_needs: "ZQpersonneeds", purchasing_process: "ZQpurchasing", purchasing_people: ["01K9ENATM00000000000000002"], sources: [Inside], history: "ZQhistory", chances: "ZQchances", satisfaction: 84, lifetime_value: "GBP 6800000.00", supporting: [(item: Suppliers, note: "ZQsupporting")]),
    plan: (summary: "ZQsummary", trend_risks: "ZQtrendrisks", inexperience: "ZQinexperience", contribution: "GBP 5.00", management_cost: "GBP 4.00", mix: "ZQmix", operating: "ZQoperating", outline: [(year: 2027, text: "ZQoutline")], progress_measures: "ZQprogress", team_note: "ZQteamnote", forecast_note: "ZQforecastnote", principles: [(principle: Focus, mark: No, note: "ZQprinciple")], cycle_start: "2026-10-05", cycle_done: [Collect]),
    scores: [
        (id: "01K9ENATM00000000000000061", axis: Vulnerability, criterion: "ZQscore", weight: 100, rating: 9, evidence: "ZQscoreevidence"),
    ],
    levers: [
        (id: "01K9ENATM00000000000000062", kind: Drop, text: "ZQlever", amount: "GBP -35000.00", margin: "GBP 11000.00", probability: 90, owner: "01K9ENATM0000000000000001K"),
    ],
    forecast: [
        (id: "01K9ENATM00000000000000063", region: "ZQregion", platform: "ZQplatform", years: [(year: 2027, amount: "GBP 540000.00")], share: 10),
    ],
    needs: [
        (id: "01K9ENATM00000000000000064", kind: Money, text: "ZQresource", function: "ZQresourcefunction", member: "01K9ENATM0000000000000001K"),
    ],
    budget: [
        (id: "01K9ENATM00000000000000065", text: "ZQbudget", planned: "GBP 32000.00", spent: "GBP 19400.00"),
    ],
    workload: [
        (id: "01K9ENATM00000000000000066", name: "ZQworkload", count: 8, visits: 1),
    ],
    funnel_weeks: [
        (id: "01K9ENATM00000000000000067", taken: "2026-11-13", sold: "GBP 33000.00", opportunities: [(opportunity: "01K9ENATM00000000000000024", name: "ZQweek", amount: "GBP 2250000.00", stage: Compare, status: Open)]),
    ],
    set_aside: ["ZQsetaside"],
)
"#;

/// Words of a text that begin as `start` does.
fn marked<'a>(text: &'a str, start: &str) -> BTreeSet<&'a str> {
    let words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    words.filter(|word| word.starts_with(start)).collect()
}

/// The same account where we know nothing.
fn without_secrets() -> String {
    ACCOUNT.lines().filter(|line| !line.contains(SECRET)).collect::<Vec<_>>().join("\n")
}

/// Text in a PDF that a reader does not see: metadata, names, titles, whole streams.
fn gather(object: &Object, found: &mut String) {
    match object {
        Object::String(bytes, _) => {
            // Titles are UTF-16; in Latin their letters stand between zero bytes.
            let bytes = bytes.iter().filter(|byte| **byte != 0).copied().collect::<Vec<_>>();
            found.push_str(&String::from_utf8_lossy(&bytes));
        }
        Object::Name(bytes) => found.push_str(&String::from_utf8_lossy(bytes)),
        Object::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, value)| gather(value, found)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| gather(value, found));
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            found.push_str(&String::from_utf8_lossy(&content));
        }
        Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Reference(_) => {}
    }
    found.push('\n');
}

fn seen_text(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("a page whose text can be taken out")
}

/// Everything that can be read in a PDF, by eye or by program.
fn all_text(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let mut found = format!("{}\n{}", seen_text(pdf), String::from_utf8_lossy(pdf));
    document.objects.values().for_each(|object| gather(object, &mut found));
    found
}

fn print(desk: &Desk, account: &str, output: &str, edition: &str) -> Vec<u8> {
    let arguments = ["print", account, "-o", output, "--edition", edition, "--date", "2026-12-05", "--lang", "en"];
    desk.ends(REPAIRED, &arguments);
    desk.read(output)
}

#[test]
fn the_fixture_is_read_whole() {
    let loaded = file::read(ACCOUNT.as_bytes()).expect("an account written by hand");
    assert!(!loaded.is_read_only);
    let account = &loaded.account;
    let counts = [
        account.seats.len(),
        account.persons.len(),
        account.links.len(),
        account.team.len(),
        account.goals.len(),
        account.actions.len(),
    ];
    assert_eq!(counts, [3, 3, 2, 2, 2, 2]);
    let text = String::from_utf8(file::write(account)).expect("UTF-8");
    assert_eq!(marked(&text, SECRET), marked(ACCOUNT, SECRET), "a secret that the reader dropped proves nothing");
    assert_eq!(marked(&text, SHOWN), marked(ACCOUNT, SHOWN));
    let plain = file::read(without_secrets().as_bytes()).expect("the same without secrets").account;
    assert_eq!((plain.persons.len(), plain.links.len(), plain.opportunities.len()), (2, 0, 0));
    assert!(plain.persons.values().all(|person| person.judgement == account_atlas::model::Judgement::default()));
}

#[test]
fn no_secret_is_in_a_page_for_the_client() {
    let desk = Desk::new("customer-secrets");
    desk.write("a.ron", ACCOUNT);
    let pdf = print(&desk, "a.ron", "a.pdf", "customer");
    assert!(!seen_text(&pdf).contains(SECRET), "a secret, or a part of one, is on the page");
    // Whole words: two letters stand somewhere in any font by chance.
    let text = all_text(&pdf);
    let secrets = marked(ACCOUNT, SECRET);
    let told: Vec<_> = secrets.iter().filter(|secret| text.contains(**secret)).collect();
    assert!(told.is_empty() && secrets.len() > 50, "{told:?} of {} secrets", secrets.len());
    let shown = marked(&text, SHOWN);
    for word in
        ["WVclient", "WVpumps", "WVada", "WVbo", "WVchief", "WVdirector", "WVnadia", "WVben", "WVgoal", "WVaction"]
    {
        assert!(shown.contains(word), "{word} is missing: {shown:?}");
    }
    let svg = String::from_utf8(print(&desk, "a.ron", "a.svg", "customer")).expect("UTF-8");
    assert!(!secrets.iter().any(|secret| svg.contains(secret)), "a secret is in the picture");
}

/// What the allow-list lets through is an account of its own: each table named here is empty, whatever was in it.
#[test]
fn nothing_of_the_plan_is_in_the_account_for_the_client() {
    let account = file::read(ACCOUNT.as_bytes()).expect("an account written by hand").account;
    let [scores, levers, forecast, needs] =
        [account.scores.len(), account.levers.len(), account.forecast.len(), account.needs.len()];
    let others = [account.budget.len(), account.workload.len(), account.funnel_weeks.len(), account.reviews.len()];
    assert_eq!(([scores, levers, forecast, needs], others), ([1; 4], [1; 4]), "there is something to leave out");
    let shown = for_customer(&account);
    assert_eq!((shown.client.as_ref(), shown.plan.as_ref()), (&ClientSheet::default(), &PlanSheet::default()));
    let tables = [shown.scores.len(), shown.levers.len(), shown.forecast.len(), shown.needs.len(), shown.budget.len()];
    assert_eq!(tables, [0; 5]);
    assert_eq!([shown.workload.len(), shown.funnel_weeks.len(), shown.reviews.len(), shown.activities.len()], [0; 4]);
    for member in shown.all::<TeamMember>() {
        let bare = TeamMember { name: member.name.clone(), rank: member.rank, ..TeamMember::new(member.id) };
        assert_eq!(member, &bare);
    }
    for action in shown.all::<Action>() {
        assert_eq!((action.opportunity, action.area, action.is_milestone, action.criterion), (None, None, false, None));
        assert_eq!(action.question, "");
    }
    let text = String::from_utf8(file::write(&shown)).expect("UTF-8");
    assert_eq!(marked(&text, SECRET), BTreeSet::new());
}

#[test]
fn the_same_search_finds_secrets_in_a_full_page() {
    let desk = Desk::new("customer-full");
    desk.write("a.ron", ACCOUNT);
    let pdf = print(&desk, "a.ron", "a.pdf", "full");
    let text = all_text(&pdf);
    let found = marked(&text, SECRET);
    for word in ["ZQstrategy", "ZQopportunity", "ZQnextstep", "ZQgoal", "ZQaction", "ZQswot", "ZQrisk", "ZQresponse"] {
        assert!(found.contains(word), "{word} is missing: {found:?}");
    }
    // The document's title is found too, so a secret in the metadata would be.
    let document = Document::load_mem(&pdf).expect("a PDF");
    let mut hidden = String::new();
    document.objects.values().for_each(|object| gather(object, &mut hidden));
    assert!(marked(&hidden, SHOWN).contains("WVclient"), "the title was not found");
}

#[test]
fn what_we_know_changes_no_byte_of_a_page_for_the_client() {
    let desk = Desk::new("customer-bytes");
    desk.write("known.ron", ACCOUNT);
    desk.write("plain.ron", without_secrets());
    // Glyphs are drawn as outlines there, so only equal bytes prove that nothing of ours is drawn.
    for format in ["svg", "png", "pdf"] {
        let page = |account: &str, edition: &str| {
            print(&desk, &format!("{account}.ron"), &format!("{account}-{edition}.{format}"), edition)
        };
        let [known, plain] = ["known", "plain"].map(|account| page(account, "customer"));
        assert!(known == plain, "{format}: the page depends on what only we may know");
        assert!(known != page("known", "full"), "{format}: both editions are the same");
    }
}

#[test]
fn the_client_sees_the_example_without_our_words() {
    let desk = Desk::new("customer-example");
    desk.example("a.ron");
    let output = ["print", "a.ron", "-o", "a.pdf", "--lang", "en", "--edition"];
    let [full, customer] = ["full", "customer"].map(|edition| {
        desk.ends(DONE, &[&output[..], &[edition]].concat());
        seen_text(&desk.read("a.pdf"))
    });
    for word in ["Kestrion", "SWOT", "Confidential"] {
        assert!(full.contains(word), "{word} was to be in the full edition");
        assert!(!customer.contains(word), "{word} is in the client's edition");
    }
}

#[test]
fn no_secret_is_in_a_long_plan_for_the_client_and_none_changes_a_byte_of_it() {
    let desk = Desk::new("customer-long");
    desk.write("known.ron", ACCOUNT);
    desk.write("plain.ron", without_secrets());
    let long = |account: &str, edition: &str, format: &str| {
        let output = format!("{account}-{edition}.{format}");
        let arguments = ["print", account, "-o", &output, "--edition", edition, "--date", "2026-12-05", "--lang", "en"];
        desk.ends(REPAIRED, &[&arguments[..], &["--form", "long"]].concat());
        desk.read(&output)
    };
    for format in ["pdf", "svg"] {
        let [known, plain] = ["known.ron", "plain.ron"].map(|account| long(account, "customer", format));
        assert!(known == plain, "{format}: the plan depends on what only we may know");
    }
    let pdf = long("known.ron", "customer", "pdf");
    let text = all_text(&pdf);
    let told: Vec<_> = marked(ACCOUNT, SECRET).into_iter().filter(|secret| text.contains(*secret)).collect();
    assert!(told.is_empty() && !seen_text(&pdf).contains(SECRET), "{told:?}");
    let shown = marked(&text, SHOWN);
    for word in ["WVclient", "WVgoal", "WVaction", "WVnadia", "WVben", "WVada"] {
        assert!(shown.contains(word), "{word} is missing: {shown:?}");
    }
    // The same search finds them where they may be.
    let full = all_text(&long("known.ron", "full", "pdf"));
    for word in ["ZQstrategy", "ZQrival", "ZQopportunity", "ZQgoal", "ZQrisk", "ZQactivity", "ZQrelation"] {
        assert!(full.contains(word), "{word} is missing from our own plan");
    }
}
