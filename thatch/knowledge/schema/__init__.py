"""What a knowledge file holds. Unknown fields, unknown ids, missing sources are errors."""

from thatch.knowledge.schema.answers import Answer, AnswerEntry, AnswerOrGap, Disagreement, Gap, RegionalAnswer
from thatch.knowledge.schema.fields import AspectId, ByRegion, ContactId, ContactUri, HttpsUrl, Identifier, Line, Markdown, Record, Review, SignId, SourceId, Sources, Template, TopicId
from thatch.knowledge.schema.red_flags import RedFlag, Sign
from thatch.knowledge.schema.reference import Aspect, CaveatText, ContactKind, ContactLine, Guidance, Label, RegionalTemplate, RegulatorBody, Source
from thatch.knowledge.schema.topics import Concept, Condition, Milestone, Names, Role, Test, Topic, Umbrella
from thatch.knowledge.schema.treatments import Combination, Evidence, InShort, Pregnancy, PrescriptionOnly, Standing, Treatment

__all__ = ["Answer", "AnswerEntry", "AnswerOrGap", "Aspect", "AspectId", "ByRegion", "CaveatText", "Combination", "Concept", "Condition", "ContactId", "ContactKind", "ContactLine", "ContactUri", "Disagreement", "Evidence", "Gap", "Guidance", "HttpsUrl", "Identifier", "InShort", "Label", "Line", "Markdown", "Milestone", "Names", "Pregnancy", "PrescriptionOnly", "Record", "RedFlag", "RegionalAnswer", "RegionalTemplate", "RegulatorBody", "Review", "Role", "Sign", "SignId", "Source", "SourceId", "Sources", "Standing", "Template", "Test", "Topic", "TopicId", "Treatment", "Umbrella"]
