using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

/// <summary>Who does the daily business answers for its figures: a comment each of them can give, and that stays beside the figures.</summary>
public static class FigureComments
{
    private const string DailyBusiness = "daily_business";

    private const int Longest = 2000;

    internal static Decision Comment(State state, Act act, CommentOnFigures c)
    {
        var (clause, body) = Business(state.Statutes.At(act.At));
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Inspection.Comments.Any(k => k.Id == c.Id)) return ProtocolRefusals.Taken("comment", c.Id);
        if (!MayComment(state, act.By, act.At)) return ProtocolRefusals.NotYours(clause, body ?? DailyBusiness, act.By);
        return c.Text.Length is 0 or > Longest
            ? ProtocolRefusals.Malformed("text", "the reasons and what will be done, in at most 2000 characters", c.Text.Length)
            : Decision.Accept(clause, new FiguresCommented(c.Id, c.Figures, c.Text));
    }

    /// <summary>Whether somebody holds a place in the body that does the daily business.</summary>
    public static bool MayComment(State state, string person, DateTimeOffset at) => Business(state.Statutes.At(at)).Body is { } body && state.Offices.Holds(person, body, at);

    /// <summary>The body or office to which a clause gives it; where none does, the first that decides anything.</summary>
    private static (string Clause, string? Body) Business(Constitution rules) =>
        rules.Powers.Where(p => p is { Verb: Verb.Decide, Holder: NamedHolder }).OrderByDescending(p => p.Object.Any(o => o.Id == DailyBusiness)).FirstOrDefault() is { } power
            ? (power.Clause.Path, ((NamedHolder)power.Holder).Name.Id)
            : ("powers", null);
}
