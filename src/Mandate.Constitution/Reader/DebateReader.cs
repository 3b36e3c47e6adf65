using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>The rules of debate of a body and its procedural motions.</summary>
internal static class DebateReader
{
    private static readonly (string Word, DebateEffect Value)[] Effects =
    [
        ("close_debate", DebateEffect.CloseDebate), ("close_list", DebateEffect.CloseList), ("limit_speech", DebateEffect.LimitSpeech), ("extend_debate", DebateEffect.ExtendDebate),
        ("put_off", DebateEffect.PutOff), ("pass_over", DebateEffect.PassOver), ("refer", DebateEffect.Refer), ("adjourn", DebateEffect.Adjourn),
        ("roll_call", DebateEffect.RollCall), ("secret_vote", DebateEffect.SecretVote),
    ];

    public static Debate? Read(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var debate = new Debate
        {
            Clause = datum.Clause,
            Speech = fields.Opt("speech", Time),
            Total = fields.Opt("total", Time),
            PlatformTime = fields.Opt("platform_time", Time),
            Speeches = fields.Whole("speeches", least: 1),
            FirstSpeechFirst = fields.Truth("first_speech_first") ?? false,
            BothSides = fields.Truth("both_sides") ?? false,
            Lists = fields.List("lists", (s, d) => s.Name(d, RefKind.Class)?.Id, least: 2),
            Motions = fields.Map("motions", Motion),
        };
        fields.Done();
        if (debate.Lists.Distinct(StringComparer.Ordinal).Count() != debate.Lists.Length) fields.Contradiction("each list of speakers stands once");
        return debate;
    }

    private static ProceduralRule? Motion(Scope scope, string name, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var effect = fields.Need("effect", (s, d) => s.Word<DebateEffect>(d, Effects) is { } w ? new SelectReader.Box<DebateEffect>(w) : null);
        var rank = fields.Need("rank", (s, d) => s.Whole(d) is { } w ? new SelectReader.Box<int>(w) : null);
        var title = fields.Opt("title", TextReader.Read);
        var second = fields.Opt("second", QuantityGrammar.Read);
        var interrupts = fields.Truth("interrupts") ?? false;
        var notSpoken = fields.Truth("not_spoken") ?? false;
        var speeches = fields.Word<ProceduralSpeeches>("speeches", ("none", ProceduralSpeeches.None), ("one_each", ProceduralSpeeches.OneEach), ("free", ProceduralSpeeches.Free)) ?? ProceduralSpeeches.None;
        var majority = fields.Opt("majority", MajorityGrammar.Read);
        var unopposed = fields.Truth("unopposed") ?? false;
        var onDemand = fields.Truth("on_demand") ?? false;
        fields.Done();
        if (rank is { Value: < 1 }) scope.Fault(FaultKind.WrongValue, fields.Raw("rank")!.Clause, FormattableString.Invariant($"{rank.Value} is too small: at least 1"));
        if (second is { Basis: Basis.VotesCast or Basis.Budget }) scope.Fault(FaultKind.WrongValue, second.Clause, "those who second are counted in members, seats or those present");
        if (onDemand && (majority is not null || unopposed)) fields.Contradiction("what is carried on demand has no majority: leave out 'majority' and 'unopposed'");
        return effect is null || rank is null ? null : new(name, effect.Value, rank.Value)
        {
            Clause = datum.Clause, Title = title, Second = second, Interrupts = interrupts, NotSpoken = notSpoken, Speeches = speeches, Majority = majority, Unopposed = unopposed, OnDemand = onDemand,
        };
    }

    private static Period? Time(Scope scope, Datum datum)
    {
        if (PeriodGrammar.Read(scope, datum) is not { } period) return null;
        if (period is { Count: > 0, Unit: PeriodUnit.Minute or PeriodUnit.Hour }) return period;
        scope.Fault(FaultKind.WrongValue, datum.Clause, "speaking time is counted in minutes or hours");
        return null;
    }
}
