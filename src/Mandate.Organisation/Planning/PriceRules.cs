using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Planning;

/// <summary>Series of figures that are watched: who enters them, with which source, and when two have come apart.</summary>
internal static class PriceRules
{
    public static Decision Open(State state, Act act, OpenSeries c)
    {
        if (PlanningRules.New(state, c.Id) is { } taken) return taken;
        if (PlanningRules.PlaceOf(state.Statutes.At(act.At), c.Keeper) is not { } keeper) return ProtocolRefusals.Unknown("body", c.Keeper);
        if (!state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null)) return ProtocolRefusals.NotYours(keeper.Clause.Path, "office", act.By);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (c.Base is null != c.Method is null || c.Method is { Length: 0 or > 500 }) return ProtocolRefusals.Malformed("index-method", "for an index its base day and its method, in at most 500 characters; otherwise neither", c.Method?.Length ?? 0);
        return c.Unit.Length is 0 or > 60 ? ProtocolRefusals.Malformed("series-unit", "what one figure is, in at most 60 characters", c.Unit.Length) : Decision.Accept(keeper.Clause.Path, new SeriesOpened(c.Id, c.Title, c.Unit, c.Keeper, c.Base, c.Method));
    }

    public static Decision Enter(State state, Act act, EnterValue c)
    {
        if (!state.Planning.Series.TryGetValue(c.Series, out var series)) return ProtocolRefusals.Unknown("series", c.Series);
        var keeper = PlanningRules.PlaceOf(state.Statutes.At(act.At), series.Keeper);
        if (keeper is null || Authority.Serves(state, act, keeper, keeper.Clause.Path) is not null) return ProtocolRefusals.NotYours(keeper?.Clause.Path ?? "", series.Keeper, act.By);
        if (series.Of is not null) return ProtocolRefusals.WrongStage("series", series.Id, "one that is entered", "re-based");
        if (c.On > act.Day) return ProtocolRefusals.Malformed("figure-day", "today or earlier", c.On);
        if (c.Value <= 0) return ProtocolRefusals.Malformed("figure", "more than nothing", c.Value);
        return c.Source.Length is 0 or > 300 ? ProtocolRefusals.Malformed("figure-source", "where the figure is from, in at most 300 characters", c.Source.Length) : Decision.Accept(keeper.Clause.Path, new ValueEntered(c.Series, c.On, c.Value, c.Source));
    }

    /// <summary>Any member may: it is the same figures, over that of another day.</summary>
    public static Decision Rebase(State state, Act act, Rebase c)
    {
        if (PlanningRules.New(state, c.Id) is { } taken) return taken;
        if (!state.Planning.Series.TryGetValue(c.Series, out var series)) return ProtocolRefusals.Unknown("series", c.Series);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours("", "member", act.By);
        if (series.Base is null || series.Of is not null || series.Base == c.Base) return ProtocolRefusals.WrongStage("series", series.Id, "an index on another base", "none");
        return series.Values.Any(v => v.On == c.Base)
            ? Decision.Accept("", new SeriesOpened(c.Id, series.Title, series.Unit, series.Keeper, c.Base, series.Method, series.Id))
            : PlanningRefusals.NoBase(series.Id, c.Base);
    }

    /// <summary>Any member may have two series watched: it binds nobody, and what is found is found for all.</summary>
    public static Decision Watch(State state, Act act, WatchSeries c)
    {
        if (PlanningRules.New(state, c.Id) is { } taken) return taken;
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours("", "member", act.By);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        foreach (var id in new[] { c.First, c.Second })
        {
            if (!state.Planning.Series.TryGetValue(id, out var series)) return ProtocolRefusals.Unknown("series", id);
            if (series.Base is { } own && own != c.Base) return PlanningRefusals.OtherBase(id, own, c.Base);
            if (!series.Values.Any(v => v.On == c.Base)) return PlanningRefusals.NoBase(id, c.Base);
        }
        if (c.First == c.Second) return ProtocolRefusals.Malformed("second-series", "another series", c.Second);
        if (c.Limit <= 100) return ProtocolRefusals.Malformed("limit", "more than once", c.Limit);
        return c.Running is < 1 or > 12 ? ProtocolRefusals.Malformed("running", "from 1 to 12", c.Running) : Decision.Accept("", new WatchSet(c.Id, c.Title, c.First, c.Second, c.Base, c.Limit, c.Running));
    }
}
