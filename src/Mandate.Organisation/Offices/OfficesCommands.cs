using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

public abstract record OfficesCommand : Command;
