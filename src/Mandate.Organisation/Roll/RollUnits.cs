namespace Mandate.Organisation.Roll;

/// <summary>What the tree of units says.</summary>
public static class RollUnits
{
    /// <summary>The kind of unit that members are entered in: the one that no other kind lies within.</summary>
    public static string KindOfMembers(State state)
    {
        var kinds = state.Statutes.Versions[^1].Rules.Units;
        return kinds.Values.FirstOrDefault(k => kinds.Values.All(other => other.Within?.Id != k.Id))?.Id ?? "";
    }
}
