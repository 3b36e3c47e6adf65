using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Federation;

/// <summary>
/// One language beside the others on a day (requirements S234, S252). Formal equality is not enough: the share of members stands beside what its speakers have.
/// </summary>
/// <param name="Members">Members who read in it; null where they are fewer than <see cref="LanguageFigures.Fewest"/> (DESIGN section 6).</param>
/// <param name="Officers">Of those who hold a standing place, how many read in it; null with <paramref name="Members"/>.</param>
/// <param name="Seconds">Time for which its readers spoke in sittings; null with <paramref name="Members"/>.</param>
/// <param name="Notices">Notices that went to its readers.</param>
/// <param name="InOwn">Of those, in their language.</param>
/// <param name="Texts">Motions that have a text in it.</param>
/// <param name="Ready">Of the motions that were put to a vote, those whose text could be read in it when the vote was put.</param>
/// <param name="AnswerDays">The median of days from a concern to its first answer in the units where most read it; null where nothing was answered.</param>
/// <param name="Funds">What the funds hold that belong to units where most read it, by currency, in hundredths.</param>
public sealed record LanguageFigure(
    string Language, int? Members, int? Officers, long? Seconds, int Notices, int InOwn, int Texts, int Ready, int? AnswerDays, ImmutableSortedDictionary<string, long> Funds);

/// <param name="Motion">A motion, by id.</param>
/// <param name="Missing">Official languages in which it has no text.</param>
public sealed record MissingText(string Motion, ImmutableArray<string> Missing);

/// <summary>The figures of all official languages, with the totals they are shares of; nobody's is the main one (requirement S257).</summary>
public sealed record LanguageFigures(ImmutableArray<LanguageFigure> Languages, int Members, int Officers, long Seconds, int Motions, int PutToVote, ImmutableArray<MissingText> Missing)
{
    /// <summary>The fewest members of a language about whom figures are told.</summary>
    public const int Fewest = 5;

    public static LanguageFigures Of(State state, Constitution rules, DateTimeOffset at)
    {
        var of = state.Roll.Members.Values.Where(m => m.Counts).ToDictionary(m => m.Id, m => m.Language, StringComparer.Ordinal);
        var members = Count(of.Values);
        var officers = Count(state.Offices.Tenures.Values.Where(t => t.Session is null && t.HeldAt(at)).Select(t => t.Person).Distinct(StringComparer.Ordinal).Select(p => of.GetValueOrDefault(p)).OfType<string>());
        var spoken = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var speech in state.Sessions.All.Values.SelectMany(s => s.Speeches).Where(s => s is { From: not null, To: not null }))
            if (of.TryGetValue(speech.Person, out var language)) spoken[language] = spoken.GetValueOrDefault(language) + (long)(speech.To!.Value - speech.From!.Value).TotalSeconds;
        var served = state.Sessions.All.Values.SelectMany(s => s.Services).Where(s => s.Value.Length > 0 && of.ContainsKey(s.Key)).Select(s => (Own: of[s.Key], Sent: s.Value[^1].Language)).ToList();
        var (mostly, put) = (Mostly(state), Put(state));
        var answers = state.Petitions.Concerns.Values.Where(c => !c.Answers.IsEmpty).ToLookup(c => mostly.GetValueOrDefault(c.Unit) ?? "", c => (int)(c.Answers[0].At - c.At).TotalDays, StringComparer.Ordinal);
        var funds = state.Accounts.Funds.Values.Where(f => f.Unit is not null).ToLookup(f => mostly.GetValueOrDefault(f.Unit!) ?? "", StringComparer.Ordinal);
        var motions = state.Motions.All.Values.OrderByDescending(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal).ToList();
        return new(
            [
                .. rules.Languages.Official.Select(language =>
                {
                    var told = members.GetValueOrDefault(language) >= Fewest;
                    return new LanguageFigure(
                        language, told ? members[language] : null, told ? officers.GetValueOrDefault(language) : null, told ? spoken.GetValueOrDefault(language) : null,
                        served.Count(s => s.Own == language), served.Count(s => s.Own == language && s.Sent == language), motions.Count(m => m.Current.Texts.ContainsKey(language)), put.Count(p => p.Text.ReadableAt(language, p.At)), Median(answers[language]),
                        funds[language].GroupBy(f => f.Currency, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Sum(f => state.Accounts.BalanceOfFund(f.Id)), StringComparer.Ordinal));
                }),
            ],
            of.Count, officers.Values.Sum(), spoken.Values.Sum(), motions.Count, put.Count,
            [.. motions.Select(m => new MissingText(m.Id, [.. rules.Languages.Official.Where(l => !m.Current.Texts.ContainsKey(l))])).Where(m => !m.Missing.IsEmpty)]);
    }

    /// <summary>The language that most members of each unit read; a unit within a unit counts in both.</summary>
    private static Dictionary<string, string> Mostly(State state)
    {
        var counts = new Dictionary<(string Unit, string Language), int>();
        foreach (var group in state.Roll.Members.Values.Where(m => m.Counts).CountBy(m => (m.Unit, m.Language)))
            for (var unit = state.Roll.Unit(group.Key.Unit); unit is not null; unit = unit.Within is { } outer ? state.Roll.Unit(outer) : null)
                counts[(unit.Id, group.Key.Language)] = counts.GetValueOrDefault((unit.Id, group.Key.Language)) + group.Value;
        return counts.GroupBy(c => c.Key.Unit, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Language, StringComparer.Ordinal).First().Key.Language, StringComparer.Ordinal);
    }

    /// <summary>The text of each motion that was put to a vote, and when.</summary>
    private static List<(TextVersion Text, DateTimeOffset At)> Put(State state) =>
        [.. state.Votes.All.Values.Where(v => v.Question.Subject is not null && state.Motions.Find(v.Question.Subject) is not null).Select(v => (state.Motions.Find(v.Question.Subject!)!.Current, v.PutAt))];

    /// <summary>Of two in the middle the lower.</summary>
    private static int? Median(IEnumerable<int> days) => days.Order().ToList() is { Count: > 0 } sorted ? sorted[(sorted.Count - 1) / 2] : null;

    private static Dictionary<string, int> Count(IEnumerable<string> languages) => languages.GroupBy(l => l, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
