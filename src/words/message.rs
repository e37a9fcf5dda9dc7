//! What can be said, each message with the values it names.

/// A message's id is its name in kebab case; its values are texts.
macro_rules! messages {
    ($($(#[$meta:meta])* $name:ident $({ $($field:ident),+ $(,)? })?),+ $(,)?) => {
        /// Something to be said to a person.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each message is its own sentence in the language files")]
        pub enum Message {
            $($(#[$meta])* $name $({ $($field: String),+ })?),+
        }

        impl Message {
            /// The id in the language files.
            pub fn id(&self) -> String {
                kebab(match self { $(Self::$name { .. } => stringify!($name)),+ })
            }

            /// Names and values of the variables.
            pub(super) fn args(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$name $({ $($field),+ })? => vec![$($((stringify!($field), $field.clone())),+)?]),+
                }
            }

            /// Every message with the names of its variables, for the test of the translations.
            pub fn all() -> Vec<(String, Vec<&'static str>)> {
                vec![$((kebab(stringify!($name)), vec![$($(stringify!($field)),+)?])),+]
            }
        }
    };
}

/// `CamelCase` and `snake_case` as `kebab-case`.
pub(super) fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        match letter {
            '_' | '.' => kebab.push('-'),
            letter if letter.is_ascii_uppercase() => {
                if !kebab.is_empty() {
                    kebab.push('-');
                }
                kebab.push(letter.to_ascii_lowercase());
            }
            letter => kebab.push(letter),
        }
    }
    kebab
}

messages! {
    AppName, Untitled, UnknownValue, Vacant,
    // Errors of files, disks, edits, tables and pages.
    FileEmpty, FileZeroed { bytes }, FileTooLarge { size, most }, FileNotUtf8 { line },
    FileConflictMarks { line }, FileForeignZip, FileForeignPdf, FileForeignJson,
    FileForeignPicture, FileForeignMarkup, FileForeignText, FileDamaged { line, column, cause },
    DiskMissing { path }, DiskTooLarge { path, size }, DiskNotAFile { path },
    DiskReadOnly { path }, DiskInUse { path }, DiskUnfitName { name },
    DiskFailed { step, cause, path }, DiskNoSpace { path }, DiskDenied { path },
    DiskPreviousNotKept { path }, DiskHardLinks { path },
    EditMissing, EditDoubled, EditLoop { seat, boss }, EditSelfLink { person }, EditDoubledLink { from, to },
    EditPercent { value }, EditPhoto { bytes },
    TableEmpty, TableColumns { missing, found }, TableDoubledColumn { column }, TableNotText,
    TableLine { line, cause }, TableTooManyRows { rows, most },
    NoticeNoName { line }, NoticeVacant { line, title }, NoticeUnknownWord { line, column, word },
    NoticeManagerMissing { line, name, manager }, NoticeManagerLoop { line, name, manager },
    NoticeAmbiguous { line, name }, NoticeDoubledId { line, id }, NoticeSameName { line, name },
    NoticePersonMissing { line, name }, NoticeSelfLink { line, name }, NoticeStrength { line, text },
    NoticeExtraCells { line }, NoticeIgnoredColumn { column },
    RepairNewerFile { schema }, RepairSealMissing, RepairSealBroken, RepairComments,
    RepairKept { subject, field, text }, RepairNewId { subject }, RepairMention { subject, field },
    RepairSetAside { subject }, RepairLoop { seat, boss }, RepairSalvaged { records, pieces },
    Subject { kind, name },
    PageTemplate { cause }, PageTemplateTime, PageManyPages { pages }, PageExport { cause }, PageNoTemplate { path },
    // Names of steps.
    StepAdd { kind, name }, StepRemove { kind, name }, StepChange { field, name }, StepOrder { kind },
    StepMove { seat, boss }, StepMoveToTop { seat }, StepSeat { person, seat }, StepVacate { seat },
    StepOrderReports, StepPin { seat }, StepPinMany { count }, StepRelease { seat },
    StepJudge { field, person, opportunity }, StepBatch { count }, StepUndo { step }, StepRedo { step },
    // The page.
    PageMap, PageMapCustomer, PageGoals, PageSwot, PageOpportunities, PageActions, PageRisks, PageFindings, PageChanges,
    PageMore { n }, PagePlan, PagePlanCustomer, PageConfidential, PageShared, PagePrinted { date },
    PageNextStep, PageEmptyGoals, PageEmptySwot, PageEmptyOpportunities, PageEmptyActions,
    PageEmptyRisks, PageEmptyMap, PageTotal { amount }, PageWeighted { amount },
    PageMapNote { people }, PageMapNoteHidden { people, hidden }, PageSymbolOrder,
    PageOwner, PageTeam, PagePeriod, PageNextReview, PageTier { tier },
    ColumnAction, ColumnOwner, ColumnWhom, ColumnDue, ColumnStatus,
    ColumnOpportunity, ColumnStage, ColumnAmount, ColumnRate, ColumnWeighted, ColumnClose,
    MarkKey, MarkVeto, MarkCoach, MarkAssumed, MarkVacant, MarkExternal, MarkGroup,
    LineReporting, LineDotted, LineInfluence, LineConflict, LineTie,
    FigureWeighted, FigureOpen { count }, FigureLight, FigureLightNote { met, all }, LightRed, LightAmber, LightGreen,
    FigureSupport, FigureSupportNote { share },
    FigureWallet, FigureWalletNote { amount }, FigureTarget, FigureTargetNote { amount }, FigureActions, FigureOverdue { count },
    FigureNoneOverdue,
    FindingLightNobody, FindingLightRed { person }, FindingLightAmber { supporter, person },
    FindingLightAmberNobody { supporter }, FindingMissingRole { role }, FindingNoRoles, FindingMissingGatekeeper,
    FindingMissingGroup, FindingUnknown { person, fields }, FindingNotMet { person }, FindingMetUnknown { person },
    FindingMetBriefly { person }, FindingMetShallow { person }, FindingPathStart { first, person },
    FindingPathStartMember { first, person }, FindingPathNext { person }, FindingPathNextMember { person },
    FindingPathEnd { way, first }, FindingNoPath { person }, FindingNoDoor { person },
    FindingPathBlocked { person, blocker }, FindingHostile { hostile, approver },
    FindingHostileThrough { hostile, approver, through }, FindingConflictAbove { supporter, approver },
    FindingOpposed { person }, FindingEnemy { person }, FindingHiddenPower { person },
    FindingHiddenOutside { person }, FindingEmptyRank { person }, FindingSingleThread { person },
    FindingSingleThreadNext { person, next }, FindingCutOff { person, targets },
    FindingNew { person, attitude, opportunity }, FindingProven { person, attitude, opportunity },
    FindingStale { person, field, date }, FindingNeverVerified { person }, FindingBalance { supporters, opponents },
    FindingBalanceNext { supporters, opponents, person }, FindingNoOpponent, FindingNoOpponentAsk { person },
    FindingUnlinked { person }, FindingStageGap { person, now, wanted },
    FindingStageGapMember { person, now, wanted, member }, FindingOverdue { count, date },
    NameTitle { name, title }, TermCount { what, count }, TermJudged { person, field, value },
    TermInfluence { parts, sum }, TermNoInfluence, TermLevel { level, levels }, TermOutside,
    TermStep { from, to, parts, sum }, TermCost { sum }, TermWay { people, sum }, TermOdds { one, other },
    TermVerified { person, field, date, days }, TermLate { what, date, days }, TermWeight { rule, person, sum },
    FixJudge { field, person }, FixMark { role }, FixPolitical { person, value }, FixAgainst, FixLinkTo { person },
    FixLinkFrom { person }, FixGroup, FixGroupName, FixVerify, FixPostpone { date }, FixOpen { person },
    FixShowWay, ActWin { person }, ActFindDeciders, ActFindRole { role }, ActFindMoney, ActFindGroup,
    ActAskAbout { person, fields }, ActVisit { person }, ActIntroduction { first, person }, ActFindWay { person },
    ActTalkFirst { person, hostile }, ActOtherVoice { person, supporter }, ActOpposed { person },
    ActListeners { person }, ActSecondLine { person, next }, ActSecondLineAny { person },
    ActSecondWay { person, targets }, ActProof { person }, ActNews { person }, ActCheck { person }, ActWinOne,
    ActFindOpponents, ActNextStep { person, wanted }, ActOverdue, FindingNote, FindingWhy, FindingPutAway,
    FindingPutAwayHint, FindingPutAwayGo, FindingBringBack, FindingsInHand, FindingsAway,
    FindingInHand { what, date }, FindingInHandUndated { what }, FindingAway { reason, date }, FindingNoReason,
    FindingsMore { count }, FindingsNumbers, FindingsNumbersHint, FindingsGeneral, FindingShipped { value },
    FindingAsShipped,
    AgeDays { count }, AgeWeeks { count }, AgeMonths { count }, AgeYears { count },
    // The window.
    NavMap, NavPage, MenuFile, MenuEdit, MenuView, MenuSave, MenuSaveAs, MenuUndo, MenuRedo, MenuInspector,
    LegendMarks, PaperPortrait, MenuOpen, MenuExport, MenuLanguage, MenuTheme, MenuFit, MenuZoomIn, MenuZoomOut, MenuActualSize,
    MenuExample, MenuReload, MenuQuit,
    StatusPeople { people, links }, StatusSaved, StatusReadOnly, StatusExample, StatusUnsaved, StatusLight { light },
    ToolLines, ToolLens, ToolDeal, ToolDealNone, LensSupport, LensRole,
    EmptyMapTitle,
    InspectorNone, InspectorReportsTo, InspectorReports, InspectorInfluences,
    InspectorInfluencedBy, InspectorConflicts, InspectorTies, InspectorNotes, InspectorSource, InspectorVerified { date },
    ExportDone { path }, ExportEdition, ExportPaper, ExportTemplate, ExportTemplateOwn, EditionFull, EditionCustomer,
    ExportLanguage, ExportLeftOut, ExportNothingLeftOut, LeftOutItem { panel, count }, LeftOutPeople { count },
    OpenPathTitle, OpenPathHint, OpenPathGo, Cancel, Close, Dismiss,
    RecoveryTitle, RecoveryOffer { name, time, people }, RecoveryRestore, RecoveryDiscard,
    NoticeSwept { count }, NoticeGlyphs { name }, NoticePanic,
    WindowNoDisplay, WindowMissingLibrary { library }, WindowFailed { cause },
    StepRemoveMany { count }, StepUnseat { person }, StepUnseatMany { count }, StepPlace { person },
    StepMoveMany { count }, StepPaste { count }, StepImport { count }, StepSetMany { field, count },
    MenuPeople, MenuHelp, MenuNew, MenuPreview, MenuPrint, MenuSettings, MenuCut, MenuCopy, MenuPaste,
    MenuPasteTable, MenuSelectAll, MenuFind, MenuAddTop, MenuAddReport, MenuAddColleague, MenuAddManager,
    MenuRename, MenuDelete, MenuUnseat, MenuMoveEarlier, MenuMoveLater, MenuRelease, MenuCollapse, MenuJudgeRole,
    MenuJudgeAttitude, MenuJudgeSupport, MenuJudgeCoverage, MenuAddAction, MenuRail, MenuTray, MenuLegend,
    MenuPalette, MenuShortcuts, MenuTour, NavTable, NavPlan, NavOpportunities, NavActions, NavFindings,
    NotSaid, DateHint, DateWrong, DateNone, MonthBefore, MonthAfter, MoneyHint, MoneyWrong, PercentWrong,
    ShowOnMap, TakeOut { name }, AddPeople, AddSelected { count }, SearchHint, FindNobody,
    NamingHint, RenamingHint, NamingName, EmptyMapName, EmptyMapNameHint, EmptyMapPaste, EmptyMapPasteHint,
    EmptyMapExample,
    DropUnder { boss }, DropBefore { sibling }, DropAfter { sibling }, DropPin, LineNeedsPeople, HandleReport,
    HandleBoss, HandleInfluence, HandleBond, JudgeMany { field, count }, InfluenceOf { count }, Minimap,
    UnknownInvites,
    TrayTitle { count }, TrayHint, TrayPlace { name },
    PlanHead, PlanRivals, PlanTeam, PlanNone, PlanMissing { what }, PlanLack { count, lack, field },
    PlanAccountName, PlanRecordName, PlanAddGoal, PlanAddRisk, PlanAddRival, PlanAddMember,
    PlanAddRelation { name }, PlanAddLine { quadrant }, PlanMoveUp { name }, PlanMoveDown { name },
    PlanRemove { name }, PlanEmptyRisks, PlanEmptyRivals, PlanEmptyTeam, PlanRelationsOfNobody, PlanHintStrategy,
    PlanHintGoal, PlanHintMeasure, PlanHintRisk, PlanHintResponse, PlanHintRivalGoals, PlanHintStance,
    PlanHintStrengths, PlanHintWeaknesses, PlanHintMethods, PlanHintRole, PlanHintRelation, PlanHintStrength,
    PlanHintWeakness, PlanHintOpportunity, PlanHintThreat, OpportunitiesAdd, OpportunitiesEmpty,
    OpportunitiesChoose, OpportunitiesHintName, OpportunitiesHintNext, OpportunitiesHintWhy,
    OpportunitiesRate { stage, rate }, OpportunitiesNoRivals, OpportunitiesJudged, OpportunitiesNobody,
    OpportunitiesInherit { value }, WorkAddAction, WorkAddActivity, WorkActivities, WorkEmptyActivities, WorkAll,
    WorkOpen, WorkOverdue, WorkCount { open, overdue }, WorkNothingShown, WorkOverdueFor { age }, WorkNoDate,
    WorkNoOutcome, WorkYes, WorkNo, WorkHintWhat, WorkHintExpected, WorkHintNote,
    ToolFilter, FilterNone, MenuRecent, MenuSiblings, StatusSelected { count }, StatusFindings { count },
    DeleteSeats { count }, DeleteOne { name }, DeleteMany { count }, DeleteMovesUp { count }, DeleteReferences,
    CloseTitle, CloseHint, CloseSave, CloseDiscard, CloseStay, ChangedReread, ChangedKeep,
    MenuChooseTemplate, MenuCopyTemplate, TemplateCopied { path }, PrintNowhere, PrintGiven, ChangedElsewhere,
    PlanMemberRole, PlanRolesMissing { count, lack },
    PeopleFilter, PeopleShown { shown, all }, PeopleAttitude, PeoplePolitics, PeopleNobody, PeopleUnseated,
    PeopleThrough { name }, PeopleSelect { name }, PeopleUnnamed, PeopleAdd, PaletteHint, PaletteNothing, FindHint,
    MouseTitle, MouseWheel, MousePan, MouseBand, MouseMore, MouseDrop, MouseOrder, MouseHandle, MouseSymbol,
    MouseInspector, SettingsTitle, SettingsSystem, SettingsName, SettingsStyle, SettingsTheme, ThemeLight,
    ThemeDark, SettingsScale, SettingsCurrency, SettingsAutosave, SettingsFolder, SettingsFolderHint,
    SettingsMotion, TourStep { step, all }, TourNext, TourBack, TourLeave, TourEnd, TourCard, TourCardText,
    TourAdd, TourAddText { report, colleague, manager }, TourLink, TourLinkText, TourJudge,
    TourJudgeText { role, attitude, support, coverage }, TourPlan, TourPlanText { page }, PasteTitle, PasteText,
    PasteHint, PasteColumns { columns }, PasteFacts { columns }, PasteCounts { added, updated }, PasteGo { count },
    InspectorMixed, InspectorInherited, InspectorInherit { field }, InspectorJudgedIn { opportunity },
    InspectorEvidenceHint, InspectorEvidenceOf { judgement }, InspectorEvidenceSource, InspectorEvidenceSure,
    InspectorEvidenceVerified, InspectorToday, InspectorGoalHint, InspectorWinHint, InspectorNotesHint,
    InspectorContact, InspectorMore, InspectorTeam, InspectorNoTeam, InspectorNoActions,
    InspectorLineTo { kind, name }, InspectorLineHint, InspectorLineTurn, InspectorLineRemove, InspectorStrength,
    InspectorSlight, InspectorClear, InspectorDecisive, InspectorVacant, InspectorSeatSomebody, InspectorSeatNew,
    InspectorVacate, InspectorPlace, InspectorSelected { count }, InspectorUnitForAll, FindingsNone,
    FindingsNobody, FindingAct, FindingSeeActions, FindingGrave, FindingWatch, FindingWay,
    MenuAll,
    Weekdays,
    LeaveSave, LeaveDiscard,
    LensUnit, LensAge, AgeFresh { days }, AgeAging { days }, AgeStale { days }, AgeUndated,
    LayoutOrganization, LayoutOrganizationAcross, LayoutPathToPower, LayoutInfluence, LayoutCircle, LayoutPosition,
    LayoutCoverage, LayoutOverview,
    PictureCrowd, GuideNoUnit, GuideLevel { level }, GuideSteps { steps }, GuideDeciders, GuideApart,
    DropNowhere, DropJudged { support, political },
    PeopleColumns,
    HelpChoose, HelpChooseOf { judgement }, HelpProposed { value }, HelpUnknown, HelpSet,
    InspectorAccountSays { value }, TalkTitle { person }, TalkSays { words },
    TalkSeenAs { words }, TalkTeam { person }, TalkBest { member, person }, TalkBestMe { person },
    TalkNobodyNear { person }, TalkMe, TalkStyleFirst, TalkTeamStyles, TalkPrompts, PairTitle, PairEmpty,
    PairCell { member, person, ease }, PairStyleUnknown,
    StepVisit { person }, StepVisitMany { person, count }, StepConfirm { person }, MenuAfterVisit,
    VisitSource { date }, VisitMet, VisitChanged, VisitLinks, VisitPromised, VisitNext, VisitConfirmed,
    VisitNobody { key }, VisitPlanned { date, about }, VisitExpected { action }, VisitAddLink, VisitChoose, VisitLinkKnown,
    VisitHintPromised, VisitKeep, VisitThrow, VisitThrowAsk, VisitGoOn, VisitBecomes { what }, VisitKept { what },
    VisitActivity, VisitJudgements { count }, VisitLinkCount { count }, VisitActions { count }, VisitWeek,
    VisitTwoWeeks, VisitMonth, WorklistTitle, WorklistNone, WorklistNever, WorklistConfirm,
    WorklistConfirmOf { name }, WorklistVisit, WorklistVisitOf { name },
    VerdictSentence { direction, before, after, unknown }, VerdictUnknown { unknown },
    VerdictDriver { person, pull }, VerdictShift { person, before, after, by },
    VerdictFollows { person, after, by }, VerdictVeto { person }, VerdictAssumptionsLinks,
    VerdictAssumptionsStubborn, VerdictAssumptionsUnknown, VerdictAssumptionsResult,
    StepReview, ChangePersonNew { name }, ChangePersonGone { name }, ChangeRenamed { name, from },
    ChangeMoved { name, from, to }, ChangeMovedTop { name, from }, ChangeMovedUnder { name, to },
    ChangePost { name, from, to }, ChangePostNew { name, to }, ChangePostGone { name, from }, PostUntitled,
    ChangeValue { name, field, from, to }, ChangeLinkNew { ends, kind }, ChangeLinkGone { ends, kind },
    ChangeStrength { ends, from, to }, ChangeOpportunityNew { name }, ChangeOpportunityGone { name }, TrendBetter,
    TrendWorse, TrendOther, NavThenNow, MenuTakeSnapshot, MenuSnapshotFrom, SnapshotOtherAccount { path },
    ThenNowThen, ThenNowNow, ThenNowToday, ThenNowPick { side, name }, ThenNowLabel, ThenNowLabelHint,
    ThenNowEmpty, ThenNowEmptyReview, ThenNowSame, ThenNowCount { count }, ThenNowCopy, ThenNowHold,
    ThenNowSnapshots, ThenNowReviews, ThenNowEmptyReviews, ThenNowNew, ThenNowGone, ThenNowMoved, ThenNowChanged,
    ThenNowFrom { name }, ThenNowFromTop, ThenNowFit, PageChangesSince { date },
    SuperiorVacant,
    MenuWhatIf, WhatIfHint, WhatIfEffect { person }, WhatIfEffectNobody, WhatIfEffectHint, WhatIfKeep,
    WhatIfKeepHint, WhatIfDiscard, WhatIfNow, WhatIfKeyPlayers, WhatIfFindings, WhatIfNothing, WhatIfGone,
    WhatIfCome, WhatIfWays, WhatIfVisit { person }, WhatIfIntroduction { from, to }, StepWanted { count },
    StepEffect { person }, VerdictTitle, VerdictAssumptions,
    WayCaption { people }, WayAway,
    MeasuresExact, MeasuresStop, MeasuresSampled,
    VerdictWhy,
    LineWay,
    MenuFocusBranch, PictureBranch { name },
    WhatIfKept { count }, WhatIfDirect, LightRedWhy, LightAmberWhy, LightGreenWhy,
    BackgroundTitle, BackgroundNote { said, all }, BackgroundEmpty, BackgroundBusiness, BackgroundOpportunity,
    BackgroundDrivers, AssessmentTitle, AssessmentSet, AssessmentWe, AssessmentTeach,
    AssessmentWhy { question }, AssessmentNoteOf { side }, AssessmentEssential, AssessmentAct { question }, AssessmentActed,
    AssessmentActWhat { question }, AssessmentReached { state }, AssessmentBefore, AssessmentPassed { gate },
    AssessmentUndecided { gate }, AssessmentClosed { gate }, AssessmentMissing { gate, what },
    AssessmentAgainst { gate, what }, AssessmentLacks { gate, what }, AssessmentPressure, AssessmentValue,
    AssessmentRule,
    BuyingWhy { name }, BuyingCriteria, BuyingProcess, BuyingNeeds, BuyingBenefits, BuyingCycle, BuyingChecklist,
    BuyingAddCriterion, BuyingUsual, BuyingAddStep, BuyingAddNeed, BuyingAddBenefit, BuyingEmptyCriteria,
    BuyingEmptyProcess, BuyingEmptyNeeds, BuyingEmptyBenefits, BuyingHintCriterion, BuyingHintCriterionNote,
    BuyingHintStep, BuyingHintMethod, BuyingHintNeed, BuyingHintImplication, BuyingHintPayoff, BuyingHintFeature,
    BuyingHintAdvantage, BuyingHintBenefit, BuyingUs, BuyingDetails { name }, BuyingFit { name, vendor, fit },
    BuyingFormal, BuyingInformal, BuyingMandatory, BuyingOptional,
    BuyingSetBy { who }, BuyingWeighted, BuyingNoClass, BuyingKnown, BuyingFailed { vendor, criteria },
    BuyingLead { rival, ahead, even, behind, unknown }, BuyingFrontal { rival, times }, BuyingNoRivals,
    BuyingStepLate, BuyingStepOrder, BuyingStepsNext { count, left, next }, BuyingStepsLeft { count, left },
    BuyingCountNeeds { count, explicit }, BuyingCountBenefits { count, answered },
    BuyingStagesDone { done, count }, BuyingGood { text }, BuyingOrdinary { text },
    BuyingOutOfStep { stage, phase }, BuyingNotExplicit, BuyingNeedUnnamed { place },
    PipelineTitle, PipelineSummary { weighted, forecast }, PipelineWarningCount { count },
    PipelineStage { stage, count, amount, weighted }, PipelineHint { rate, marker }, PipelineOnly { stage },
    PipelineAll, PipelineNoneInStage { stage }, PipelineTotal { count, amount, weighted },
    PipelineStageless { count }, PipelineOutside { count }, PipelineCurrency { amount, converted, count },
    PipelineCurrencyUnknown { amount, count }, PipelineSold, PipelineSoldNote, PipelineForecast,
    PipelineForecastOf { percent }, PipelineForecastNote { amount, target }, PipelineNoTarget,
    PipelineNoTargetNote { amount }, PipelineTargetWrong { amount }, PipelineTargetNoRate { amount, currency },
    PipelineProgress, PipelineProgressNote { weighted, sold, since }, PipelineProgressOf { percent, moved },
    PipelineFirstWeek { date }, PipelineNoRecord, PipelineHeavyStage { stage, percent, names },
    PipelineHeavyOne { name, percent }, PipelineStuck { name, stage, days }, PipelinePastClose { name, days },
    PipelineNoRate { currency, names }, PipelineNegative { name }, PipelineSettings, PipelineStageRates,
    PipelineRateWhy, PipelineSmallWhy, PipelineRatesWhy, PipelineExchange { foreign, own }, PipelineExchangeWrong,
    PipelineAmountWrong, PipelineTaskWrong, PipelineDaysWrong, PipelineThresholdNoRate { currency },
    PipelineOwnRate { rate }, PipelineOutsideOne,
    PlanWhy { of }, PlanValue, PlanStrategy, PlanChoices, PlanProposition, PlanHolds, PlanWithoutHow { what },
    PlanHintFigure, PlanFigureWrong, PlanDayAhead, PlanAmountNegative, PlanBeside { of, count }, PlanHintForWhom,
    PlanHintAdvantage, PlanHintPrice, PlanHeatField { likelihood, impact, count }, PlanLevelFollows,
    PlanScannedToday, PlanRescan { date }, PlanRescanLate { date }, PlanRivalsMany { line }, PlanHintLine,
    PlanRivalItems { said }, PlanHintService, PlanHintOrganization, PlanHintTrends, PlanHintFit,
    PlanPageClient, PlanPageReviews,
    // The command line.
    CliDone { path }, CliExists { path }, CliChecked { path, schema },
    CliSealIntact, CliSealMissing, CliSealBroken, CliCounts { people, seats, links, opportunities },
    CliRepairs { count }, CliNoRepairs, CliImported { added, updated }, CliImportedLinks { added, updated },
    CliFormat { path }, CliNothingToExport, CliTemplates { path },
    CliReadOnly { path }, CliDamagedRefused { path }, CliLeftOut { what }, CliNoGlyphs { name },
}
