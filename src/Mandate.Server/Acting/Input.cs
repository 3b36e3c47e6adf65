using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;

namespace Mandate.Server.Acting;

/// <summary>Something that whoever acts fills in. Its label is <c>field.NAME</c>, its hint <c>field.NAME.hint</c> where there is one.</summary>
public abstract record Input(string Name)
{
    public bool Optional { get; init; }
}

/// <summary>What the act is about, from the page that led here; not asked for again.</summary>
public sealed record GivenInput(string Name) : Input(Name);

public sealed record LineInput(string Name) : Input(Name);

public sealed record NumberInput(string Name) : Input(Name);

public sealed record DayInput(string Name) : Input(Name);

/// <summary>A day and a time of day, in the organisation's zone.</summary>
public sealed record MomentInput(string Name) : Input(Name);

public sealed record AreaInput(string Name) : Input(Name);

/// <summary>A text in each official language.</summary>
public sealed record TextsInput(string Name) : Input(Name);

/// <summary>One of a few, or of many; the rules' own options.</summary>
public sealed record ChoiceInput(string Name, Func<Visit, Filling, IEnumerable<Choices.Option>> Options) : Input(Name);

/// <summary>One or several persons by their ids, parted by spaces or lines.</summary>
public sealed record PersonsInput(string Name, bool Several = false) : Input(Name);

/// <summary>A file of text, or its content pasted.</summary>
public sealed record FileInput(string Name, string Accept) : Input(Name);
