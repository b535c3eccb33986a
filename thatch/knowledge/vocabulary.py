"""The closed lists that knowledge files choose from."""

from typing import Literal, get_args

Region = Literal["uk", "us", "eu"]
Regulator = Literal["mhra", "fda", "ema"]
Route = Literal[
    "injection", "topical", "oral", "device", "surgical", "cosmetic", "procedure", "diet"
]
EvidenceGrade = Literal["strong", "moderate", "limited", "insufficient", "none"]
RegulatoryStatus = Literal[
    "approved",
    "cleared",
    "not_approved",
    "off_label",
    "investigational",
    "not_regulated",
    "device_marked",
]
Stage = Literal[
    "course",
    "early_shedding",
    "side_effects",
    "first_effect",
    "judge",
    "failure",
    "stopping",
    "warning",
]
PregnancyAdvice = Literal["avoid", "unstudied"]
Urgency = Literal["emergency", "same_day", "urgent_days", "routine"]
Status = Literal["draft", "checked", "clinician_reviewed", "withdrawn"]
SourceTier = Literal[
    "official",
    "label",
    "legal",
    "guideline",
    "peer",
    "body",
    "ad_regulator",
    "secondary",
    "vendor",
]

REGIONS: tuple[Region, ...] = get_args(Region)
STATUSES: tuple[Status, ...] = get_args(Status)
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)  # most urgent first
