using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public abstract record SessionsCommand : Command;
