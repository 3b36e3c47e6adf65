using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Statutes;

/// <summary>
/// Ask that a language becomes one of the organisation's, as a member who would use it (requirement S257). When so many have asked it is one, by that alone: no
/// body approves it.
/// </summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Register">SHA-256 of the pseudonyms of the members; the node adds it.</param>
[WireName("statutes.ask-language")]
public sealed record AskLanguage(string Language, string? Register = null) : StatutesCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

[WireName("statutes.sign-language")]
public sealed record SignLanguage(string Language) : StatutesCommand;

[WireName("statutes.language-asked")]
public sealed record LanguageAsked(string Language, int Needed, string Register) : StatutesEvent;

[WireName("statutes.language-signed")]
public sealed record LanguageSigned(string Language) : StatutesEvent;

/// <summary>Enough have asked: from here on it is a full language.</summary>
[WireName("statutes.language-added")]
public sealed record LanguageAdded(string Language) : StatutesEvent;

/// <param name="Needed">Members who have to ask.</param>
public sealed record AskedLanguage(string Language, int Needed, DateTimeOffset At, ImmutableHashSet<string> Register, ImmutableHashSet<string> Signed);

/// <param name="Version">The version of the constitution that was in force; it and all later ones have the language.</param>
public sealed record AddedLanguage(string Language, DateTimeOffset At, int Version);

/// <summary>
/// Languages that groups of members have added. They stand in the rules beside those of the constitution, in no order of rank: every rule, notice, ballot and page
/// that asks for the official languages asks for them too.
/// </summary>
public static class WorkingLanguages
{
    /// <summary>One in twenty members asks, or so many where those are more.</summary>
    private const int OneOf = 20, Most = 100, Fewest = 5;

    public static int Needed(State state) => Math.Clamp((state.Roll.Members.Values.Count(m => m.Counts) + OneOf - 1) / OneOf, Fewest, Most);

    /// <summary>The version with the languages that were added by its time.</summary>
    public static ConstitutionVersion With(ConstitutionVersion version, ImmutableArray<AddedLanguage> added)
    {
        var official = version.Rules.Languages.Official;
        var more = added.Where(a => a.Version <= version.Number).Select(a => a.Language).Where(l => !official.Contains(l, StringComparer.Ordinal)).ToList();
        return more.Count == 0 ? version : version with { Rules = version.Rules with { Languages = version.Rules.Languages with { Official = official.AddRange(more) } } };
    }

    internal static Decision Ask(State state, Act act, AskLanguage c)
    {
        var clause = state.Statutes.At(act.At).Languages.Clause.Path;
        if (c.Language.Length != 2 || !c.Language.All(char.IsAsciiLetterLower)) return ProtocolRefusals.Malformed("language", "two small letters, such as de", c.Language);
        if (state.Statutes.At(act.At).Languages.Official.Contains(c.Language, StringComparer.Ordinal)) return ProtocolRefusals.WrongStage("language", c.Language, "asked", "added");
        if (state.Statutes.AskedLanguages.ContainsKey(c.Language)) return ProtocolRefusals.Taken("language", c.Language);
        if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.InGoodStanding(null).Count, clause, out var register) is { } bad) return bad;
        return register.Contains(act.By) ? Decision.Accept(clause, new LanguageAsked(c.Language, Needed(state), c.Register!)) : ProtocolRefusals.NotYours(clause, "member", act.By);
    }

    internal static Decision Sign(State state, Act act, SignLanguage c)
    {
        var clause = state.Statutes.At(act.At).Languages.Clause.Path;
        if (!state.Statutes.AskedLanguages.TryGetValue(c.Language, out var asked)) return ProtocolRefusals.Unknown("language", c.Language);
        if (state.Statutes.Languages.Any(l => l.Language == c.Language)) return ProtocolRefusals.WrongStage("language", c.Language, "asked", "added");
        if (!asked.Register.Contains(act.By)) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (asked.Signed.Contains(act.By)) return ProtocolRefusals.Taken("signature", act.By);
        return asked.Signed.Count + 1 >= asked.Needed ? Decision.Accept(clause, new LanguageSigned(c.Language), new LanguageAdded(c.Language)) : Decision.Accept(clause, new LanguageSigned(c.Language));
    }
}
