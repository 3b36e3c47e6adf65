using System.Globalization;
using System.Numerics;
using System.Text;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Verification;

/// <summary>
/// A ballot that its voter opened instead of casting it, to see whether the device seals what they choose (Benaloh, "Simple verifiable
/// elections", 2006). Whoever has the randomness of a ciphertext reads it; a ballot that was opened must not be cast.
/// </summary>
public static class OpenedBallot
{
    /// <summary>What the ballot holds, question by question: the numbers of the chosen answers from 1, <c>blank</c>, or one number for each answer of a ranking.</summary>
    /// <param name="randomness">For each question the randomness of its ciphertexts, in decimal.</param>
    /// <exception cref="RecordException">The ballot is not in its one form, its proofs fail, or the randomness is not that of its ciphertexts.</exception>
    public static IReadOnlyList<string> Read(Election election, string ballot, IReadOnlyList<string[]> randomness)
    {
        var read = Ballot.Read("ballot", Encoding.UTF8.GetBytes(ballot), election);
        var statement = $"{election.Fingerprint}|{read.Credential.Text}";
        if (randomness.Count != read.Answers.Count) throw new RecordException("there is not one list of randomness for each question");
        var said = new List<string>();
        for (var i = 0; i < read.Answers.Count; i++)
        {
            var question = election.Questions[i];
            if (AnswerChecks.Check(election, question, read.Answers[i], statement) is { } fault) throw new RecordException($"question {Digests.Decimal(i + 1)}: {fault}");
            Ciphertext[] ciphertexts = read.Answers[i] switch
            {
                ChoiceAnswer a => a.Choices,
                RankingAnswer a => [a.Choice],
                _ => throw new RecordException($"question {Digests.Decimal(i + 1)}: lists are not opened here"),
            };
            if (ciphertexts.Length != randomness[i].Length) throw new RecordException($"question {Digests.Decimal(i + 1)}: there is not one number for each ciphertext");
            Element[] messages = [.. ciphertexts.Zip(randomness[i], (c, r) => Open(election, c, r))];
            said.Add(question is RankingQuestion ranking
                ? string.Join(' ', election.Group.Extract(messages[0], ranking.Answers.Count).Select(n => Digests.Decimal(n)))
                : Chosen((ChoiceQuestion)question, messages, election.Group));
        }
        return said;
    }

    private static Element Open(Election election, Ciphertext c, string number)
    {
        var group = election.Group;
        if (!BigInteger.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var r) || !group.Power(group.Generator, r).Equals(c.Alpha))
            throw new RecordException("the randomness is not that of the ciphertext: the device does not open what it sealed");
        return group.Multiply(c.Beta, group.Invert(group.Power(election.PublicKey, r)));
    }

    private static string Chosen(ChoiceQuestion question, Element[] messages, Group group)
    {
        var chosen = messages.Select((m, i) => (Number: i + (question.Blank ? 0 : 1), Is: m.Equals(group.Generator))).Where(m => m.Is).Select(m => m.Number).ToList();
        return chosen is [0] ? "blank" : string.Join(' ', chosen.Select(n => Digests.Decimal(n)));
    }
}
