using Mandate.Node.Encodings;

namespace Mandate.Node.Tests.Encodings;

/// <summary>
/// The wire form of every command and event, approved. What was approved once never changes: old entries must stay readable to the
/// byte. New ones are added with MANDATE_APPROVE=1.
/// </summary>
public sealed class ApprovedShapesTests
{
    private static string ApprovedFile => Path.Combine(Repository.Root, "tests/Mandate.Node.Tests/Encodings/approved-shapes.txt");

    [Fact]
    public void No_approved_shape_has_changed_and_every_shape_is_approved()
    {
        string[] shapes = [.. WireText.CommandShapes, .. WireText.EventShapes, .. WireText.RecordShapes];
        if (Environment.GetEnvironmentVariable("MANDATE_APPROVE") == "1") File.WriteAllLines(ApprovedFile, shapes);
        var approved = File.ReadAllLines(ApprovedFile);
        Assert.Empty(approved.Except(shapes, StringComparer.Ordinal));
        Assert.Empty(shapes.Except(approved, StringComparer.Ordinal));
    }
}
