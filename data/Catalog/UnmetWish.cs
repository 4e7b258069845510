namespace LibraryBot.Data.Catalog;

/// <summary>
/// Something the library was asked for and does not have. Holds what was understood, never the message and never who asked; the day,
/// not the moment, so that it cannot be matched with a person.
/// </summary>
public sealed class UnmetWish
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The school's day.</summary>
    public DateOnly On { get; set; }

    /// <summary>Topic, title or author as understood, with anything that looks like a name of a pupil, number or address left out.</summary>
    public required string Wanted { get; set; }

    /// <summary>The grade asked for, if one was.</summary>
    public int? Grade { get; set; }

    /// <summary>The format asked for, if one was.</summary>
    public TitleFormat? Format { get; set; }

    /// <summary>The MARC language code asked for, if one was.</summary>
    public string? Language { get; set; }
}
