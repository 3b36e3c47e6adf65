using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

public abstract record MotionsEvent : Event;
