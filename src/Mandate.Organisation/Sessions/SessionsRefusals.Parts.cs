using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public static partial class SessionsRefusals
{
    /// <summary>In an assembly everybody who may be there sits: there is nobody to close it to (S288).</summary>
    public static Refusal AssemblyIsOpen(string clause) => new("sessions.assembly-is-open", clause) { Needs = "a body that is elected" };

    public static Refusal SealedTooLong(string clause, DateOnly latest, DateOnly given) => new("sessions.sealed-too-long", clause) { Needs = latest, Given = given };

    /// <summary>Whoever was accused has asked for the floor to answer and has not had it (S379).</summary>
    public static Refusal AccusedFirst(Session session, SpeechRequest waiting) => new("sessions.accused-first", "") { Needs = waiting.Person, Given = session.Item(waiting.Item)?.Title ?? waiting.Item, Way = "hear-first" };

    public static Refusal NotAccused(AgendaItem item, string person) => new("sessions.not-accused", "") { Needs = item.Title, Given = person, Way = "speak-for-oneself" };

    public static Refusal InPlenary(string clause, AgendaItem item) => new("sessions.in-plenary", clause) { Needs = item.Title, Given = item.Id, Way = "put-to-vote" };

    public static Refusal NotConcerned(string clause, string unit) => new("sessions.not-concerned", clause) { Given = unit, Way = "demand-plenary" };

    /// <summary>A word for and a word against come before the vote, or the statement that nobody asks for it (S069).</summary>
    public static Refusal BothSidesFirst(string clause, string side) => new("sessions.both-sides-first", clause) { Needs = side, Way = "hear-or-declare" };
}
