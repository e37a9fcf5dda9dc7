//! Dates as they are said in Chinese: `下周五`, `3天后`, `月底`, `下个月1号`, `十二月一日`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{Unit, first, last, last_of, moved, next_weekday, weekday_of_week};
use super::{DateFault, Read, checked, full, numeric};

const DIGITS: &str = "〇一二三四五六七八九";
const WEEK: [&str; 3] = ["周", "星期", "礼拜"];

/// The day that `text`, without blanks, names.
pub(super) fn read(text: &str, today: NaiveDate) -> Read {
    if text.is_ascii() {
        return None;
    }
    if let Some((date, weekday)) = with_weekday(text) {
        return Some(checked(read_one(date, today)?, weekday));
    }
    read_one(text, today)
}

/// A date with its weekday behind it: `2026年12月4日周五`.
fn with_weekday(text: &str) -> Option<(&str, Weekday)> {
    let (at, week) = WEEK.iter().filter_map(|week| Some((text.rfind(week)?, week))).max()?;
    let (date, day) = (&text[..at], &text[at + week.len()..]);
    let is_date = date.ends_with(['日', '号']) || date.ends_with(|letter: char| letter.is_ascii_digit());
    Some((date, weekday(day)?)).filter(|_| is_date)
}

fn read_one(text: &str, today: NaiveDate) -> Read {
    let text = &arabic(text);
    let known = match text.as_str() {
        "今天" | "今日" => Some(0),
        "明天" | "明日" => Some(1),
        "后天" => Some(2),
        "大后天" => Some(3),
        "昨天" => Some(-1),
        "前天" => Some(-2),
        _ => None,
    };
    if let Some(days) = known {
        return sure(moved(days, Unit::Day, today));
    }
    of_week(text, today)
        .or_else(|| ahead(text, today))
        .or_else(|| end(text, today))
        .or_else(|| of_month(text, today))
        .or_else(|| of_year(text, today))
        .or_else(|| text.strip_prefix('+').and_then(|rest| ahead(&format!("{rest}后"), today)))
        .or_else(|| numeric(text, today))
}

/// A day that was understood, unless the calendar does not reach so far.
fn sure(day: Option<NaiveDate>) -> Read {
    Some(day.ok_or(DateFault::Year))
}

fn weekday(sign: &str) -> Option<Weekday> {
    Some(match sign {
        "一" | "1" => Weekday::Mon,
        "二" | "2" => Weekday::Tue,
        "三" | "3" => Weekday::Wed,
        "四" | "4" => Weekday::Thu,
        "五" | "5" => Weekday::Fri,
        "六" | "6" => Weekday::Sat,
        "日" | "天" | "7" => Weekday::Sun,
        _ => return None,
    })
}

/// `周五`, `本周五`, `下周五`, `下个星期一`, `下周`.
fn of_week(text: &str, today: NaiveDate) -> Read {
    let (at, week) = WEEK.iter().find_map(|week| Some((text.find(week)?, week)))?;
    let (before, day) = (text[..at].trim_end_matches('个'), &text[at + week.len()..]);
    let ahead = match before {
        "" => None,
        "本" | "这" => Some(0),
        "下" => Some(1),
        "下下" => Some(2),
        "上" => Some(-1),
        _ => return None,
    };
    if day.is_empty() {
        return sure(first(Unit::Week, ahead.filter(|ahead| *ahead > 0)?, today));
    }
    let day = weekday(day)?;
    sure(match ahead {
        Some(ahead) => weekday_of_week(day, ahead, today),
        None => next_weekday(day, today),
    })
}

/// `3天后`, `2周后`, `一个月后`, `半年后`, `3天前`.
fn ahead(text: &str, today: NaiveDate) -> Read {
    let ends = [("以后", 1), ("之后", 1), ("后", 1), ("以前", -1), ("之前", -1), ("前", -1)];
    let (text, sign) = ends.iter().find_map(|(end, sign)| Some((text.strip_suffix(end)?, *sign)))?;
    let text = text.trim_start_matches('过');
    let (count, unit) = match text {
        "半年" => (6, Unit::Month),
        "半个月" => (15, Unit::Day),
        _ => {
            let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
            let unit = match text[digits.len()..].trim_start_matches('个') {
                "天" | "日" => Unit::Day,
                "周" | "星期" | "礼拜" => Unit::Week,
                "月" => Unit::Month,
                "季度" => Unit::Quarter,
                "年" => Unit::Year,
                _ => return None,
            };
            (i64::from(digits.parse::<u32>().ok()?), unit)
        }
    };
    sure(moved(sign * count, unit, today))
}

/// `月底`, `下月底`, `12月底`, `季度末`, `年底`, `明年底`, `2027年底`.
fn end(text: &str, today: NaiveDate) -> Read {
    let head = text.strip_suffix(['底', '末'])?;
    let (unit, ahead) = match head {
        "月" | "本月" | "这月" | "这个月" | "当月" => (Unit::Month, 0),
        "下月" | "下个月" => (Unit::Month, 1),
        "季" | "季度" | "本季" | "本季度" | "这个季度" => (Unit::Quarter, 0),
        "下季" | "下季度" | "下个季度" => (Unit::Quarter, 1),
        "年" | "今年" | "本年" => (Unit::Year, 0),
        "明年" => (Unit::Year, 1),
        _ => return end_of_month(head, today),
    };
    sure(last(unit, ahead, today))
}

/// The end of a month by its number, of a year where one is named, or of that year.
fn end_of_month(head: &str, today: NaiveDate) -> Read {
    if let Some(year) = head.strip_suffix('年') {
        return Some(full(year.parse().ok()?, 12, 31));
    }
    let head = head.strip_suffix('月')?;
    let (year, month) = match head.split_once('年') {
        Some((year, month)) => (Some(year.parse::<i32>().ok()?), month),
        None => (None, head),
    };
    let month: u32 = month.parse().ok()?;
    if let Some(year) = year {
        return Some(full(year, month, 1).and_then(|day| last_of(day.year(), month).ok_or(DateFault::Year)));
    }
    let mut ends = [0, 1].into_iter().filter_map(|ahead| last_of(today.year() + ahead, month));
    Some(ends.find(|end| *end >= today).ok_or(DateFault::Month(month)))
}

/// `下个月1号`, `本月15日`, `下个月`.
fn of_month(text: &str, today: NaiveDate) -> Read {
    let heads = [("下个月", 1), ("下月", 1), ("本月", 0), ("这个月", 0), ("当月", 0)];
    let (rest, ahead) = heads.iter().find_map(|(head, ahead)| Some((text.strip_prefix(head)?, *ahead)))?;
    let month = first(Unit::Month, ahead, today)?;
    if rest.is_empty() && ahead > 0 {
        return sure(Some(month));
    }
    let day: u32 = rest.trim_end_matches(['日', '号']).parse().ok()?;
    Some(month.with_day(day).ok_or(DateFault::Day(month)))
}

/// `明年3月1日`, `明年`, `下季度`.
fn of_year(text: &str, today: NaiveDate) -> Read {
    if matches!(text, "下季度" | "下个季度") {
        return sure(first(Unit::Quarter, 1, today));
    }
    let heads = [("今年", 0), ("明年", 1)];
    let (rest, ahead) = heads.iter().find_map(|(head, ahead)| Some((text.strip_prefix(head)?, *ahead)))?;
    if rest.is_empty() && ahead > 0 {
        return sure(first(Unit::Year, i64::from(ahead), today));
    }
    let text = format!("{}年{rest}", today.year() + ahead);
    end(&text, today).or_else(|| numeric(&text, today))
}

/// The numerals of a text as digits, those of weekdays apart.
fn arabic(text: &str) -> String {
    let is_numeral = |letter: char| letter == '十' || letter == '两' || DIGITS.contains(letter);
    let mut out = String::new();
    let mut run = String::new();
    for letter in text.chars() {
        let is_weekday = run.is_empty() && WEEK.iter().any(|week| out.ends_with(week));
        if is_numeral(letter) && !is_weekday {
            run.push(letter);
            continue;
        }
        out.push_str(&number(&run));
        run.clear();
        out.push(letter);
    }
    out + &number(&run)
}

/// A numeral below a hundred, or digits said one by one: `十二`, `二十`, `二〇二六`.
fn number(run: &str) -> String {
    let digit = |letter: char| match letter {
        '两' => Some(2),
        letter => DIGITS.chars().position(|other| other == letter),
    };
    let digits = |text: &str| -> String { text.chars().filter_map(digit).map(|digit| digit.to_string()).collect() };
    let Some((tens, ones)) = run.split_once('十') else { return digits(run) };
    let of = |text: &str, empty: u32| if text.is_empty() { Some(empty) } else { digits(text).parse::<u32>().ok() };
    match (of(tens, 1), of(ones, 0)) {
        (Some(tens @ 1..=9), Some(ones @ 0..=9)) => (tens * 10 + ones).to_string(),
        // Said in no way that is a number, so it stays as it is.
        _ => run.to_owned(),
    }
}
