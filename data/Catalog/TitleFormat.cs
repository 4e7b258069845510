namespace LibraryBot.Data.Catalog;

/// <summary>What kind of thing a title is, as a reader would say it. Stored by name.</summary>
public enum TitleFormat
{
    /// <summary>A printed book with chapters or plain text.</summary>
    Book,

    /// <summary>A picture book.</summary>
    PictureBook,

    /// <summary>A graphic novel or comic.</summary>
    GraphicNovel,

    /// <summary>A book in large print.</summary>
    LargePrint,

    /// <summary>A book in braille.</summary>
    Braille,

    /// <summary>A spoken recording.</summary>
    Audiobook,

    /// <summary>An electronic book.</summary>
    EBook,

    /// <summary>A film or other video.</summary>
    Video,

    /// <summary>A music recording.</summary>
    Music,

    /// <summary>Printed music.</summary>
    Score,

    /// <summary>A magazine, newspaper or other serial.</summary>
    Magazine,

    /// <summary>A map or globe.</summary>
    Map,

    /// <summary>A kit of several parts.</summary>
    Kit,

    /// <summary>Software, a data set or a website.</summary>
    Electronic,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Whom a title is meant for (MARC 21 bibliographic 008/22). Stored by name.</summary>
public enum Audience
{
    /// <summary>Not said (blank or |).</summary>
    Unknown,

    /// <summary>Ages 0-5 (a).</summary>
    Preschool,

    /// <summary>Ages 6-8 (b).</summary>
    Primary,

    /// <summary>Ages 9-13 (c).</summary>
    PreAdolescent,

    /// <summary>Ages 14-17 (d).</summary>
    Adolescent,

    /// <summary>Adults (e).</summary>
    Adult,

    /// <summary>A limited audience (f).</summary>
    Specialized,

    /// <summary>General interest (g).</summary>
    General,

    /// <summary>Children up to 15 (j).</summary>
    Juvenile,
}

/// <summary>Forms a title can be had in besides its own.</summary>
[Flags]
public enum AlternativeFormats
{
    /// <summary>None named.</summary>
    None = 0,

    /// <summary>Large print.</summary>
    LargePrint = 1,

    /// <summary>Audio.</summary>
    Audio = 2,

    /// <summary>Braille.</summary>
    Braille = 4,
}
