//! Plots: what is drawn is what was computed, and nothing falls off the edge.

use std::collections::BTreeMap;

use account_atlas::insight::{funnel, stage_rates};
use account_atlas::method::{QuestionSets, Rules};
use account_atlas::model::{
    Account, Answer, AnswerMark, Coded, Competitor, DecisionCriterion, Fit, FunnelStage, Ids, Opportunity,
    OpportunityId, Risk, RiskImpact, RiskLikelihood,
};
use account_atlas::plot::{
    Axis, Field, Grid, Ink, Mark, Plot, Shape, Target, assessment_plot, criteria_plot, funnel_plot, legend, risk_plot,
};
use account_atlas::theme::Theme;
use account_atlas::words::Language;

use super::accounts::{account, ids};
use super::file_format::put;
use super::pipeline::worked_example;
use super::words::words;

pub fn funnel_of(account: &Account, language: Language, width: f32) -> Plot {
    let rules = Rules::shipped().expect("the rules that ship");
    funnel_plot(&words(language), &funnel(account, &rules), &stage_rates(account, &rules), width)
}

pub fn texts(plot: &Plot) -> Vec<&str> {
    let is_text = |mark: &&Mark| matches!(mark.shape, Shape::Text { .. });
    plot.marks.iter().filter(is_text).map(text_of).collect()
}

fn text_of(mark: &Mark) -> &str {
    let Shape::Text { text, .. } = &mark.shape else { panic!("no text: {:?}", mark.shape) };
    text
}

/// A deal against one rival and eleven more, with two criteria, a blank one and one answer.
pub fn contested() -> (Account, OpportunityId) {
    let mut ids = Ids::new(1_800_000_000_000, 5);
    let mut start = account("Ada: CEO");
    let mut rivals = Vec::new();
    for number in 0..12 {
        let name = if number == 0 { "Nordwerk".to_owned() } else { format!("A rival with a long name {number}") };
        let rival = Competitor { name, ..Competitor::new(ids.fresh()) };
        rivals.push(rival.id);
        put(&mut start, rival);
    }
    let mut deal = Opportunity::new(ids.fresh(), "Line 2");
    deal.buying.criteria = vec![
        DecisionCriterion {
            name: "Price".to_owned(),
            our_fit: Some(Fit::Outstanding),
            rival_fits: BTreeMap::from([(rivals[0], Fit::Failing)]),
            ..DecisionCriterion::new(ids.fresh())
        },
        DecisionCriterion { name: "Speed".to_owned(), our_fit: Some(Fit::Poor), ..DecisionCriterion::new(ids.fresh()) },
    ];
    let sets = QuestionSets::shipped().expect("the questions that ship");
    let first = sets.set("").and_then(|set| set.questions().next()).expect("a question").code.clone();
    deal.assessment = vec![
        Answer { mark: Some(AnswerMark::Plus), ..Answer::new(first.clone(), None) },
        Answer { mark: Some(AnswerMark::Minus), ..Answer::new(first, Some(rivals[0])) },
    ];
    deal.competitors = rivals;
    let id = deal.id;
    put(&mut start, deal);
    (start, id)
}

pub fn risk(text: &str, ids: &mut Ids) -> Risk {
    Risk {
        text: text.to_owned(),
        likelihood: Some(RiskLikelihood::Likely),
        impact: Some(RiskImpact::Severe),
        ..Risk::new(ids.fresh())
    }
}

/// Every plot there is, at one width.
pub fn all(language: Language, width: f32) -> Vec<Plot> {
    let words = words(language);
    let (start, deal) = contested();
    let deal = start.get::<Opportunity>(deal).expect("the deal");
    let mut ids = ids();
    let risks: Vec<Risk> = (0..7).map(|number| risk(&format!("Risk {number} {}", "x".repeat(200)), &mut ids)).collect();
    let risks: Vec<&Risk> = risks.iter().collect();
    let sets = QuestionSets::shipped().expect("the questions that ship");
    vec![
        funnel_of(&worked_example(), language, width),
        funnel_of(&account("Ada: CEO"), language, width),
        risk_plot(&words, &risks, width),
        risk_plot(&words, &[], width),
        criteria_plot(&words, &start, deal, width),
        assessment_plot(&words, &start, sets.set("").expect("the usual set"), deal, width),
    ]
}

/// Source: methods 13, vector 1; amounts in units of 10 000 EUR as the language writes them.
#[test]
fn vector_1_is_what_the_funnel_shows() {
    let chinese = funnel_of(&worked_example(), Language::Chinese, 600.0);
    let shown = texts(&chinese);
    for text in [
        "合计：18 个，1,424 万欧元，加权 364.8 万欧元",
        "300 万欧元 → 15 万欧元",
        "240 万欧元 → 24 万欧元",
        "176 万欧元 → 35.2 万欧元",
        "464 万欧元 → 139.2 万欧元",
        "146 万欧元 → 73 万欧元",
        "98 万欧元 → 78.4 万欧元",
        "兴趣",
        "使用",
    ] {
        assert!(shown.contains(&text), "{text} is not among {shown:?}");
    }
    let english = funnel_of(&worked_example(), Language::English, 600.0);
    assert!(texts(&english).contains(&"All: 18 open, EUR 14.24 m, weighted EUR 3.648 m"), "{:?}", texts(&english));
    assert_eq!(english.said, "All: 18 open, EUR 14.24 m, weighted EUR 3.648 m");
    assert_eq!(english.marks.len(), chinese.marks.len());
}

/// Source: methods 13, vector 1: 15, 24, 35.2, 139.2, 73, 78.4 of 364.8; a thousandth for the rounding of floats.
#[test]
fn the_bars_are_as_wide_as_the_weights_of_vector_1() {
    let plot = funnel_of(&worked_example(), Language::English, 600.0);
    let top = |token: &str| -> Vec<f32> {
        let areas = plot.marks.iter().filter(|mark| mark.ink.token == token);
        let width = |mark: &Mark| {
            let Shape::Area { points } = &mark.shape else { panic!("no area: {:?}", mark.shape) };
            points[1].0 - points[0].0
        };
        areas.map(width).collect()
    };
    let (bars, slices) = (top("ramp_4"), top("wash"));
    assert_eq!((bars.len(), slices.len()), (6, 6));
    for ((bar, slice), weight) in bars.iter().zip(&slices).zip([15.0, 24.0, 35.2, 139.2, 73.0, 78.4]) {
        assert!((bar / slice - weight / 364.8).abs() < 1e-3, "{bar} of {slice} for {weight}");
    }
    assert!(slices.windows(2).all(|two| two[0] > two[1]), "the funnel narrows: {slices:?}");
}

#[test]
fn a_stage_leads_to_itself_and_says_what_it_holds() {
    let plot = funnel_of(&worked_example(), Language::English, 600.0);
    let lead: Vec<&Mark> = plot.marks.iter().filter(|mark| mark.target.is_some()).collect();
    let targets: Vec<Target> = lead.iter().filter_map(|mark| mark.target).collect();
    assert_eq!(targets, FunnelStage::ALL.iter().map(|stage| Target::value(*stage)).collect::<Vec<_>>());
    let says = &lead[3].says;
    assert!(says.starts_with("Compare: 2 open, EUR 4.64 m, weighted EUR 1.392 m\n"), "{says}");
    assert!(says.contains("Win rate 30 %"), "{says}");
}

#[test]
fn a_narrow_funnel_drops_its_numbers_and_not_its_names() {
    let plot = funnel_of(&worked_example(), Language::English, 300.0);
    let shown = texts(&plot);
    assert!(shown.contains(&"Compare") && !shown.iter().any(|text| text.contains('→')), "{shown:?}");
}

/// Half a point is the half of a thin line.
#[test]
fn no_mark_stands_outside_of_its_plot() {
    for language in Language::ALL {
        for width in [60.0, 240.0, 333.0, 620.0, 1400.0] {
            for plot in all(language, width) {
                assert!(plot.width >= width && plot.height > 20.0, "{}: {} x {}", plot.title, plot.width, plot.height);
                for mark in &plot.marks {
                    let at = mark.shape.bounds();
                    let is_inside = at.x >= -0.5
                        && at.y >= -0.5
                        && at.right() <= plot.width + 0.5
                        && at.bottom() <= plot.height + 0.5
                        && at.width >= 0.0;
                    assert!(is_inside, "{} {width}: {:?} at {at:?} of {}", plot.title, mark.shape, plot.height);
                }
            }
        }
    }
}

#[test]
fn every_plot_has_a_title_a_sentence_and_colours_that_there_are() {
    let tokens = Theme::Print.tokens().expect("the tokens that ship");
    for language in Language::ALL {
        for plot in all(language, 620.0) {
            assert!(!plot.title.is_empty() && !plot.said.is_empty() && !plot.title.contains("???"), "{plot:?}");
            for mark in &plot.marks {
                assert!(tokens.get(mark.ink.token).is_some(), "{} is no token", mark.ink.token);
                assert!((0.0..=1.0).contains(&mark.ink.strength), "{:?}", mark.ink);
                assert!(mark.target.is_none() || !mark.says.is_empty(), "what leads somewhere has a name: {mark:?}");
            }
            assert!(plot.marks.iter().any(|mark| !mark.says.is_empty()), "{}", plot.title);
        }
    }
}

#[test]
fn fields_of_the_risk_matrix_count_and_lead_to_their_first_risk() {
    let mut ids = ids();
    let mut unplaced = risk("Nobody knows", &mut ids);
    unplaced.impact = None;
    let risks = [risk("Strike", &mut ids), risk("Flood", &mut ids), unplaced];
    let risks: Vec<&Risk> = risks.iter().collect();
    let plot = risk_plot(&words(Language::English), &risks, 600.0);
    let fields: Vec<&Mark> = plot.marks.iter().filter(|mark| !mark.says.is_empty()).collect();
    assert_eq!(fields.len(), 9);
    assert_eq!(fields[0].says, "Likely, Slight: 0");
    assert_eq!(fields[0].target, None, "an empty field leads nowhere");
    assert_eq!(fields[2].says, "Likely, Severe: 2\nStrike\nFlood", "the likeliest above, the gravest at the right");
    assert_eq!(fields[2].target, Some(Target::Risk(risks[0].id)));
    assert_eq!((fields[2].ink.token, fields[0].ink.token, fields[6].ink.token), ("danger", "warning", "success"));
    assert!(fields[2].ink.strength > fields[1].ink.strength, "a field with risks is stronger");
    assert_eq!(plot.said, "2 of 3 risks by likelihood and impact");
}

#[test]
fn a_full_field_of_the_risk_matrix_counts_what_it_does_not_name() {
    let mut ids = ids();
    let risks: Vec<Risk> = ["A", "B", "C", "D"].map(|text| risk(text, &mut ids)).into();
    let risks: Vec<&Risk> = risks.iter().collect();
    let three = risk_plot(&words(Language::English), &risks[..3], 600.0);
    assert!(["A", "B", "C"].iter().all(|text| texts(&three).contains(text)));
    let four = risk_plot(&words(Language::English), &risks, 600.0);
    let shown = texts(&four);
    assert!(shown.contains(&"B") && !shown.contains(&"C") && shown.contains(&"+2 more"), "{shown:?}");
}

/// Rank-sum weights 2 and 1: (2 · 2 - 1 · 1) / 3 = +1.00 for us; the rival is known on two thirds, at -2.
#[test]
fn the_criteria_show_fit_sign_number_and_weighted_sum() {
    let (start, deal) = contested();
    let deal = start.get::<Opportunity>(deal).expect("the deal");
    let plot = criteria_plot(&words(Language::English), &start, deal, 760.0);
    let shown = texts(&plot);
    for text in ["1 Price", "2 Speed", "Us", "Nordwerk", "※", "+2", "-", "-1", "×", "-2", "?", "+1.00", "-2.00"] {
        assert!(shown.contains(&text), "{text} is not among {shown:?}");
    }
    let says: Vec<&str> = plot.marks.iter().map(|mark| mark.says.as_str()).collect();
    assert!(says.contains(&"Price, Us: Far better than asked (+2)"), "{says:?}");
    assert!(says.contains(&"Weighted fit, Nordwerk: -2.00 · Weight known 66 %"), "{says:?}");
    let leads = plot.marks.iter().filter(|mark| mark.target == Some(Target::Criterion(deal.buying.criteria[1].id)));
    assert!(leads.count() >= 2, "each field of a row leads to its criterion");
}

#[test]
fn vendors_without_room_are_counted() {
    let (start, deal) = contested();
    let deal = start.get::<Opportunity>(deal).expect("the deal");
    let plot = criteria_plot(&words(Language::English), &start, deal, 300.0);
    let cells = plot.marks.iter().filter(|mark| mark.says.starts_with("Price, ")).count();
    let rest = format!("+{} more", 13 - cells);
    assert!(cells < 13 && texts(&plot).contains(&rest.as_str()), "{cells}: {:?}", texts(&plot));
    assert!(!texts(&criteria_plot(&words(Language::English), &start, deal, 1_400.0)).contains(&rest.as_str()));
}

#[test]
fn the_assessment_counts_and_never_says_a_percentage() {
    let (start, deal) = contested();
    let deal = start.get::<Opportunity>(deal).expect("the deal");
    let sets = QuestionSets::shipped().expect("the questions that ship");
    let set = sets.set("").expect("the usual set");
    let plot = assessment_plot(&words(Language::English), &start, set, deal, 620.0);
    let open = set.groups[0].questions.len() - 1;
    let shown = texts(&plot);
    let (ours, theirs) = (format!("+1 ?{open} -0"), format!("+0 ?{open} -1"));
    assert!(shown.contains(&ours.as_str()) && shown.contains(&theirs.as_str()), "{shown:?}");
    assert!(!shown.iter().any(|text| text.contains('%')), "{shown:?}");
    let group = set.groups[0].name.text(Language::English);
    let cell = plot.marks.iter().find(|mark| mark.says == format!("{group}, We: {ours}")).expect("our field");
    assert_eq!(cell.target, Some(Target::Questions(0)));
    let rows = plot.marks.iter().filter_map(|mark| mark.target).collect::<std::collections::HashSet<_>>().len();
    assert_eq!(rows, set.groups.len());
}

#[test]
fn an_axis_has_round_numbers_that_stand_in_order() {
    let axis = |least: f32, most: f32| Axis { from: 100.0, to: 0.0, least, most };
    assert_eq!(axis(0.0, 100.0).ticks(5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
    assert_eq!(axis(0.0, 7.0).ticks(5), [0.0, 2.0, 4.0, 6.0]);
    assert_eq!(axis(-30.0, 30.0).ticks(3), [-20.0, 0.0, 20.0]);
    assert_eq!(axis(5.0, 5.0).ticks(5), [5.0], "one number is one number");
    assert_eq!((axis(0.0, 50.0).at(25.0), axis(0.0, 50.0).at(500.0), axis(5.0, 5.0).at(5.0)), (50.0, 0.0, 100.0));
    let rules = axis(0.0, 100.0).rules((40.0, 200.0), 5, |number| format!("{number}"));
    assert_eq!(rules.len(), 12);
    assert!(rules.iter().all(|mark| mark.shape.bounds().x >= 0.0 && mark.shape.bounds().right() <= 200.0));
}

#[test]
fn cells_and_legends_stand_side_by_side() {
    let grid = Grid { left: 10.0, top: 5.0, column: 20.0, row: 10.0, gap: 2.0 };
    assert_eq!(grid.field(2, 1), Field::new(54.0, 17.0, 20.0, 10.0));
    let marks = legend((0.0, 8.0), 100.0, &[(Ink::of("success"), "A".to_owned()), (Ink::of("danger"), "B".to_owned())]);
    let places: Vec<f32> = marks.iter().map(|mark| mark.shape.bounds().x).collect();
    assert_eq!(places, [0.0, 12.0, 50.0, 62.0]);
}
