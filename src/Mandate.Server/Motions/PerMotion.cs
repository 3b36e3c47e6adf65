using System.Runtime.CompilerServices;
using Mandate.Organisation.Motions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Motions;

/// <summary>
/// What is worked out from a motion and its texts, once for each language. A motion never changes once it is in a state; what was worked out
/// before a text was erased is not shown again.
/// </summary>
internal sealed class PerMotion<T>
{
    private readonly ConditionalWeakTable<Motion, Dictionary<string, (int Erased, T Made)>> made = [];

    public T Of(Visit visit, Motion motion, string language, Func<T> make)
    {
        var known = made.GetOrCreateValue(motion);
        lock (known)
        {
            var erased = visit.State.Motions.Erased.Count;
            if (!known.TryGetValue(language, out var found) || found.Erased != erased) known[language] = found = (erased, make());
            return found.Made;
        }
    }
}
