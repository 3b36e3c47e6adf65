using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Readers;

/// <summary>
/// Reads an RCTab 2.0 configuration and the cast vote records that it names: generic CSV, ES&amp;S sheets saved as CSV, the NIST common data
/// format in JSON and XML, Clear Ballot CSV, and the exports of Dominion and Hart. The configuration prescribes the rules and the ties.
/// </summary>
public static class RctabConfigReader
{
    public static bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cvrFileSources", out _) && root.TryGetProperty("rules", out _);

    /// <param name="root">The configuration.</param>
    /// <param name="files">The files that it names.</param>
    public static Read<LoadedPapers> Read(JsonElement root, NamedFiles files)
    {
        var config = new RctabJson(root.GetProperty("rules"), "$.rules");
        var sources = ImmutableArray.CreateBuilder<RctabSource>();
        foreach (var element in root.GetProperty("cvrFileSources").EnumerateArray())
        {
            var source = new RctabJson(element, "$.cvrFileSources");
            sources.Add(new()
            {
                Provider = source.Text("provider"),
                Path = source.Text("filePath"),
                Contest = source.Text("contestId"),
                FirstVoteColumn = (source.Number("firstVoteColumnIndex") ?? 1) - 1,
                FirstVoteRow = (source.Number("firstVoteRowIndex") ?? 1) - 1,
                OvervoteDelimiter = source.Text("overvoteDelimiter"),
                OvervoteLabel = source.Text("overvoteLabel"),
                SkippedLabel = source.Text("skippedRankLabel"),
                UndeclaredLabel = source.Text("undeclaredWriteInLabel"),
                BlankIsUndeclared = source.Yes("treatBlankAsUndeclaredWriteIn"),
            });
        }
        List<string> names = [];
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        var excluded = new HashSet<int>();
        foreach (var element in root.TryGetProperty("candidates", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [])
        {
            var candidate = new RctabJson(element, "$.candidates");
            if (candidate.Yes("excluded")) excluded.Add(names.Count);
            foreach (var name in candidate.Texts("aliases").Prepend(candidate.Text("name")))
                if (!byName.TryAdd(name, names.Count)) return new InputFault(0, 0, $"$.candidates: '{name}' names two candidates");
            names.Add(candidate.Text("name"));
        }
        if (names.Count == 0) return new InputFault(0, 0, "$.candidates: no candidate is named");
        var undeclared = sources.Any(s => s.UndeclaredLabel.Length > 0 || s.BlankIsUndeclared) ? names.Count : -1;
        var order = names.ToImmutableArray();
        if (undeclared >= 0)
        {
            names.Add(RctabMarks.UndeclaredName);
            byName.TryAdd(RctabMarks.UndeclaredName, undeclared);
        }
        var rules = Rules(config);
        if (rules is null) return config.Fault!;
        var most = config.Text("maxRankingsAllowed") is "max" or "" ? (int?)null : config.Number("maxRankingsAllowed");
        var marks = new List<Ballots>();
        foreach (var source in sources)
        {
            var read = RctabSources.Read(source, byName, undeclared, most, files);
            if (read.Value is not { } papers) return read.Fault!;
            marks.Add(papers.Build(names));
        }
        var ballots = Together(marks, names, rules.Seats, root.TryGetProperty("outputSettings", out var output) ? new RctabJson(output, "$.outputSettings").Text("contestName") : "");
        ballots = ballots.With(withdrawn: [.. excluded], undeclared: undeclared < 0 ? [] : [undeclared]);
        var ties = Ties(config, order);
        if (ties is null) return config.Fault!;
        return new LoadedPapers
        {
            Format = "an RCTab configuration",
            Ranked = ballots,
            PrescribedTies = ties,
            Prescribed = new RankedMethod("rctab", "As the RCTab configuration says", "RCTab 2.0, config_file_documentation", (b, seats, t) => RctabCount.Count(b, rules.Mode == RctabMode.BottomsUpToShare ? rules : rules with { Seats = seats }, t)),
        };
    }

    private static RctabRules? Rules(RctabJson config)
    {
        RctabMode? mode = config.Text("winnerElectionMode") switch
        {
            "singleWinnerMajority" => RctabMode.SingleWinner,
            "multiWinnerAllowMultipleWinnersPerRound" => RctabMode.SeveralWinnersPerRound,
            "multiWinnerAllowOnlyOneWinnerPerRound" => RctabMode.OneWinnerPerRound,
            "bottomsUp" => RctabMode.BottomsUp,
            "bottomsUpUsingPercentageThreshold" => RctabMode.BottomsUpToShare,
            "multiPassIrv" => RctabMode.Passes,
            _ => null,
        };
        OvervoteRule? overvotes = config.Text("overvoteRule") switch
        {
            "alwaysSkipToNextRank" => OvervoteRule.SkipRank,
            "exhaustImmediately" => OvervoteRule.Exhaust,
            "exhaustIfMultipleContinuing" => OvervoteRule.ExhaustIfSeveralContinue,
            _ => null,
        };
        if (mode is null) return config.Fail<RctabRules>("winnerElectionMode");
        if (overvotes is null) return config.Fail<RctabRules>("overvoteRule");
        var share = Fraction.Zero;
        if (mode == RctabMode.BottomsUpToShare && !Fraction.TryParse(config.Text("multiSeatBottomsUpPercentageThreshold"), out share)) return config.Fail<RctabRules>("multiSeatBottomsUpPercentageThreshold");
        if (config.Number("numberOfWinners") is not { } seats || seats < 0) return config.Fail<RctabRules>("numberOfWinners");
        if (config.Number("decimalPlacesForVoteArithmetic") is not { } decimals || decimals is < 0 or > 12) return config.Fail<RctabRules>("decimalPlacesForVoteArithmetic");
        return new()
        {
            Mode = mode.Value,
            Seats = seats,
            Overvotes = overvotes.Value,
            MostSkippedRanks = config.Text("maxSkippedRanksAllowed") is "unlimited" or "" ? null : config.Number("maxSkippedRanksAllowed"),
            RepeatedCandidateExhausts = config.Yes("exhaustOnDuplicateCandidate"),
            Decimals = decimals,
            ThresholdWithDecimals = config.Yes("nonIntegerWinningThreshold"),
            HareQuota = config.Yes("hareQuota"),
            FirstRoundThreshold = config.Yes("doesFirstRoundDetermineThreshold"),
            BatchElimination = config.Yes("batchElimination"),
            UntilTwoRemain = config.Yes("continueUntilTwoCandidatesRemain"),
            CutoffElimination = config.Yes("cutoffElimination"),
            Share = share / 100,
            StopAfterRound = config.Number("stopTabulationEarlyAfterRound"),
        };
    }

    private static TieRule? Ties(RctabJson config, ImmutableArray<string> order)
    {
        var stated = long.TryParse(config.Text("randomSeed"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed);
        switch (config.Text("tiebreakMode"))
        {
            case "useCandidateOrder": return TieRule.Chair(order);
            case "stopCountingAndAsk": return new TieRule([]);
            case "previousRoundCountsThenAsk": return TieRule.Previous;
            case "random" when stated: return TieRule.Java(seed);
            case "previousRoundCountsThenRandom" when stated: return TieRule.Previous.Then(TieRule.Java(seed));
            case "generatePermutation" when stated:
                List<string> names = [.. order.Order(StringComparer.Ordinal)];
                new JavaRandom(seed).Shuffle(names);
                return TieRule.Chair(names);
            default: return config.Fail<TieRule>(config.Text("tiebreakMode") is "random" or "generatePermutation" or "previousRoundCountsThenRandom" ? "randomSeed" : "tiebreakMode");
        }
    }

    private static Ballots Together(List<Ballots> parts, List<string> names, int seats, string title)
    {
        var papers = new BallotsBuilder();
        foreach (var part in parts) papers.AddAll(part);
        return papers.Build(names, seats == 0 ? null : seats, title);
    }
}

/// <summary>Values of an RCTab configuration: numbers stand in it as text.</summary>
internal sealed class RctabJson(JsonElement element, string place)
{
    public InputFault? Fault { get; private set; }

    public string Text(string name) => !element.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Yes(string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public IEnumerable<string> Texts(string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)
        : [];

    public T? Fail<T>(string name) where T : class
    {
        Fault = new(0, 0, $"{place}.{name}: '{Text(name)}' is not a value that this setting can have");
        return null;
    }
}
