//! The scales: every closed list of values a person can choose from.
//!
//! Unknown is never a member: it is `None` where a scale is used.

/// A value of a closed list, with a code that files and word lists know it by.
pub trait Coded: Copy + Eq + Ord + std::fmt::Debug + 'static {
    /// The list's name in word lists, in kebab case.
    const KIND: &'static str;
    /// Every value, in the order in which people read them.
    const ALL: &'static [Self];

    /// The value's code, in camel case, as it stands in files.
    fn code(self) -> &'static str;

    /// The value with this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }
}

/// A scale whose values have a printed symbol.
pub trait Symbol: Coded {
    /// One of `※ + = - ×`.
    fn symbol(self) -> &'static str;
}

macro_rules! scales {
    ($($(#[$meta:meta])* $name:ident $kind:literal { $($(#[$vmeta:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl Coded for $name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }
        }
    )+};
}

pub(crate) use scales;

/// Symbols follow the ladder `※ + = - ×` from the strongest value down.
macro_rules! symbols {
    ($($name:ident),+) => {$(
        impl Symbol for $name {
            fn symbol(self) -> &'static str {
                ["※", "+", "=", "-", "×"][self as usize]
            }
        }
    )+};
}
symbols!(BuyingRole, InnovationAttitude, Support, Coverage);

scales! {
    /// What a person does in a purchase. Source: methods P3.
    BuyingRole "buying-role" {
        /// Has the last say and releases the money.
        Approver,
        /// Makes the selection that goes up for approval.
        DecisionMaker,
        /// Compares the options and recommends.
        Evaluator,
        /// Works with the result.
        User,
    }
    /// How a person takes to new things. Source: methods P4, after Rogers and Moore.
    InnovationAttitude "attitude" {
        /// Tries new things first.
        Innovator,
        /// Sees the advantage ahead.
        Visionary,
        /// Wants references and proof.
        Pragmatist,
        /// Wants risk removed.
        Conservative,
        /// Holds on to what is.
        Laggard,
    }
    /// How a person stands to our project. Source: methods P5.
    Support "support" {
        /// Sells for us when we are absent.
        Mentor,
        /// Is for us.
        Supporter,
        /// Takes no side.
        Neutral,
        /// Is not for us.
        NonSupporter,
        /// Works for a rival or for no decision.
        Enemy,
    }
    /// How deep our contact with a person goes. Source: methods P6.
    Coverage "coverage" {
        /// In depth.
        InDepth,
        /// Met several times.
        MultipleContacts,
        /// Met briefly.
        BriefContact,
        /// Not met.
        NoContact,
    }
    /// Where a person stands in the client's politics. Source: methods P7.
    PoliticalStatus "political" {
        /// Outside the political structure.
        Outside,
        /// In the political structure.
        Structure,
        /// In the inner circle.
        InnerCircle,
    }
    /// How far the relation has come. Source: methods P10.
    RelationshipStage "relationship-stage" {
        /// Known, goodwill won.
        Acquaintance,
        /// Interest raised.
        Dating,
        /// Support and commitment obtained.
        Trust,
        /// Active help.
        Alliance,
    }
    /// The thinking-style quadrant: a soft note, never a score. Source: methods P11.
    ThinkingStyle "thinking-style" {
        /// Analyst.
        A,
        /// Organiser.
        B,
        /// Relater.
        C,
        /// Visionary.
        D,
    }
    /// What stands behind a name.
    PersonKind "person-kind" {
        /// One human being.
        Individual,
        /// A board or committee with members.
        Group,
        /// Somebody not yet found.
        Placeholder,
    }
    /// Further buying-centre roles beside the buying role. Source: methods P8.
    BuyingTag "buying-tag" {
        /// Starts the purchase.
        Initiator,
        /// Shapes specification and opinion.
        Influencer,
        /// Guards technology or money.
        Gatekeeper,
        /// Runs the purchase.
        Buyer,
    }
    /// The judgements that can carry evidence.
    JudgementField "judgement" {
        /// Buying role.
        Role,
        /// Innovation attitude.
        Attitude,
        /// Support.
        Support,
        /// Coverage.
        Coverage,
        /// Political status.
        Political,
        /// Relationship stage.
        Stage,
        /// Veto right.
        Veto,
        /// Coach.
        Coach,
        /// Personal win.
        Win,
    }
    /// What joins two people by tie.
    TieKind "tie" {
        /// One was the other's superior.
        FormerSuperior,
        /// Studied together.
        Classmate,
        /// From one town.
        HomeTown,
        /// Of one family.
        Family,
        /// Worked together.
        FormerColleague,
        /// Anything else, friendship included.
        Other,
    }
    /// How sure we are of a judgement.
    Confidence "confidence" {
        /// Taken on trust.
        Assumed,
        /// Seen or told by two.
        Confirmed,
    }
    /// The layouts of the map; each has its own pins.
    LayoutKind "layout" {
        /// Organisation chart, top down.
        Organization,
        /// Organisation chart, left to right.
        OrganizationAcross,
        /// Layers towards the approver.
        PathToPower,
        /// Who stands near whom.
        Influence,
        /// One person with the people one, two, three steps away.
        Circle,
        /// Support across, power upward.
        Position,
        /// Units by levels.
        Coverage,
        /// The whole organisation as nested blocks.
        Overview,
    }
    /// How much the account matters to us. Source: methods L5.
    Tier "tier" {
        /// Most important.
        A,
        /// Second.
        B,
        /// Minor.
        C,
    }
    /// Whether we sell there already.
    AccountStatus "account-status" {
        /// Buys from us.
        Existing,
        /// Is to buy from us.
        Target,
    }
    /// Where we stand with the account. Source: methods A6.
    LifePhase "life-phase" {
        /// Cannot get in yet.
        Prepare,
        /// Getting larger.
        Develop,
        /// To be kept.
        Maintain,
    }
    /// The kind of relation between the firms. Source: methods S13.
    RelationshipType "relationship-type" {
        /// Account manager and buying unit.
        Ordinary,
        /// Several functions on both sides.
        Partner,
        /// Joint teams on every floor.
        Strategic,
    }
    /// Purchase stages of the funnel. Source: methods F1.
    FunnelStage "stage" {
        /// Interest.
        Interest,
        /// Brewing.
        Brewing,
        /// Design.
        Design,
        /// Compare.
        Compare,
        /// Commit.
        Commit,
        /// Use.
        Use,
    }
    /// How an opportunity stands. Source: methods O8.
    OpportunityStatus "opportunity-status" {
        /// Being worked on.
        Open,
        /// Won.
        Won,
        /// Lost.
        Lost,
        /// Given up.
        Abandoned,
        /// Asleep.
        Dormant,
    }
    /// Whether our offer is new to the client.
    Novelty "novelty" {
        /// New.
        New,
        /// Proven.
        Proven,
    }
    /// How we compete. Source: methods O10.
    CompetitiveStrategy "competitive-strategy" {
        /// Head on, where we are far stronger.
        Frontal,
        /// Change the game.
        Flanking,
        /// Split the deal.
        Fragment,
        /// Contain.
        Defend,
        /// Wait and prepare.
        Develop,
    }
    /// Quarter of the SWOT. Source: methods A1.
    SwotQuadrant "swot" {
        /// Strength.
        Strength,
        /// Weakness.
        Weakness,
        /// Opportunity.
        Opportunity,
        /// Threat.
        Threat,
    }
    /// How an action stands. Source: methods L9.
    ActionStatus "action-status" {
        /// Not started.
        NotStarted,
        /// Under way.
        InProgress,
        /// At risk.
        AtRisk,
        /// Done.
        Done,
        /// Dropped.
        Dropped,
    }
    /// How grave a risk is.
    RiskLevel "risk-level" {
        /// High.
        High,
        /// Medium.
        Medium,
        /// Low.
        Low,
    }
    /// What form an activity has. Source: methods X1.
    ActivityKind "activity-kind" {
        /// Sales call.
        SalesCall,
        /// Technical workshop.
        Workshop,
        /// Project exchange.
        ProjectExchange,
        /// Demonstration.
        Demonstration,
        /// Executive visit.
        ExecutiveVisit,
        /// Site visit.
        SiteVisit,
        /// Negotiation of terms.
        Negotiation,
        /// Anything else.
        Other,
    }
    /// What an activity is for. Source: methods X1.
    ActivityPurpose "activity-purpose" {
        /// Build rapport.
        Rapport,
        /// Dig for information.
        Information,
        /// Strengthen our advantage.
        Advantage,
        /// Move the project on.
        Advance,
    }
    /// What came of an activity, judged by what the client did. Source: methods X3, after Rackham.
    ActivityOutcome "activity-outcome" {
        /// Order.
        Order,
        /// Advance.
        Advance,
        /// Continuation.
        Continuation,
        /// No sale.
        NoSale,
    }
    /// Which review was held. Source: methods L5, G6.
    ReviewKind "review-kind" {
        /// Our review of the plan.
        Plan,
        /// With the client, on the business.
        Business,
        /// Between people.
        Personal,
        /// Once a year.
        Annual,
    }
}
