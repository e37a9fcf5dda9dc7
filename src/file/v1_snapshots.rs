//! Schema 1: dated snapshots, their fields on disk.

use chrono::NaiveDate;

use super::record::stored;
use crate::model::{
    BuyingRole, Coverage, FunnelStage, InnovationAttitude, Kept, LinkKind, Money, OpportunityId, OpportunityStatus,
    PersonId, PoliticalStatus, RelationshipStage, SeatId, Snapshot, SnapshotId, SnapshotLink, SnapshotOpportunity,
    SnapshotPerson, Support,
};

stored! {
    Snapshot, "Snapshot", block, blank_snapshot(), kept {
        id: SnapshotId => id,
        taken: Option<NaiveDate> => taken,
        label: String => label,
        people: Vec<SnapshotPerson> => people,
        links: Vec<SnapshotLink> => links,
        opportunities: Vec<SnapshotOpportunity> => opportunities,
    }
    SnapshotPerson, "SnapshotPerson", inline, blank_snapshot_person(), kept {
        person: PersonId => person,
        name: String => name,
        seat: Option<SeatId> => seat,
        title: String => title,
        reports_to: Option<SeatId> => reports_to,
        role: Option<BuyingRole> => role,
        attitude: Option<InnovationAttitude> => attitude,
        support: Option<Support> => support,
        coverage: Option<Coverage> => coverage,
        political: Option<PoliticalStatus> => political,
        stage: Option<RelationshipStage> => stage,
        unit: String => unit,
    }
    SnapshotLink, "SnapshotLink", inline, blank_snapshot_link(), kept {
        from: PersonId => from,
        to: PersonId => to,
        kind: LinkKind => kind,
    }
    SnapshotOpportunity, "SnapshotOpportunity", inline, blank_snapshot_opportunity(), kept {
        opportunity: OpportunityId => opportunity,
        name: String => name,
        amount: Option<Money> => amount,
        stage: Option<FunnelStage> => stage,
        status: OpportunityStatus => status,
    }
}

fn blank_snapshot() -> Snapshot {
    Snapshot {
        id: SnapshotId::from_bits(0),
        taken: None,
        label: String::new(),
        people: Vec::new(),
        links: Vec::new(),
        opportunities: Vec::new(),
        kept: Kept::default(),
    }
}

fn blank_snapshot_person() -> SnapshotPerson {
    SnapshotPerson {
        person: PersonId::from_bits(0),
        name: String::new(),
        seat: None,
        title: String::new(),
        reports_to: None,
        role: None,
        attitude: None,
        support: None,
        coverage: None,
        political: None,
        stage: None,
        unit: String::new(),
        kept: Kept::default(),
    }
}

fn blank_snapshot_link() -> SnapshotLink {
    let nobody = PersonId::from_bits(0);
    SnapshotLink { from: nobody, to: nobody, kind: LinkKind::Conflict, kept: Kept::default() }
}

fn blank_snapshot_opportunity() -> SnapshotOpportunity {
    SnapshotOpportunity {
        opportunity: OpportunityId::from_bits(0),
        name: String::new(),
        amount: None,
        stage: None,
        status: OpportunityStatus::Open,
        kept: Kept::default(),
    }
}
