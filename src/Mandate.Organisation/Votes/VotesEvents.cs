using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

public abstract record VotesEvent : Event;
