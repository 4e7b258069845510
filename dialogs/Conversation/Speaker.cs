using LibraryBot.Data.People;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>
/// Who is speaking in this turn. The host finds out and puts it into the turn's state, <c>turnContext.TurnState.Add(speaker)</c>;
/// where it did not, the speaker is a visitor.
/// </summary>
/// <param name="PersonId">The person's number in the database, or null for somebody who is not on the roster.</param>
/// <param name="Role">What they are at school.</param>
public sealed record Speaker(int? PersonId, Role Role)
{
    /// <summary>Somebody who is not on the roster: may ask, but not hold or book.</summary>
    public static Speaker Visitor { get; } = new(null, Role.Visitor);

    /// <summary>How to address them, or null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>A student's grade: -1 pre-K, 0 kindergarten, 1 to 12.</summary>
    public int? Grade { get; init; }

    /// <summary>The language they asked to be spoken to in, "en" or "es", or null.</summary>
    public string? Language { get; init; }

    /// <summary>The speaker that a person on the roster is; a visitor where there is no person.</summary>
    public static Speaker From(Person? person) => person is null
        ? Visitor
        : new Speaker(person.Id, person.Role) { DisplayName = person.DisplayName, Grade = person.Grade, Language = person.Language };
}
