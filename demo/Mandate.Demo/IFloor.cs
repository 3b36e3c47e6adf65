using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Demo;

/// <summary>Where a story is played: every act goes through the rules, as the person who does it.</summary>
public interface IFloor
{
    State State { get; }

    DateTimeOffset Now { get; }

    /// <summary>Puts a text or file beside the log; gives its SHA-256, lower hex.</summary>
    string Put(string text);

    /// <summary>Keeps personal data of many persons in the vault; gives the commitment of each for the log.</summary>
    ImmutableDictionary<string, string> Keep(IEnumerable<KeyValuePair<string, ImmutableSortedDictionary<string, string>>> persons);

    /// <summary>Does an act. A refusal is a fault of the story and throws with its reason.</summary>
    void Do(string by, Command command);

    /// <summary>Moves the rehearsal's clock forward.</summary>
    void MoveTo(DateTimeOffset to);
}
