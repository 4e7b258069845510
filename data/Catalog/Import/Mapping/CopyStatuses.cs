using System.Collections.Frozen;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads the words library systems have for where a copy stands.</summary>
public static class CopyStatuses
{
    private static readonly FrozenDictionary<string, CopyStatus> Words = new Dictionary<string, CopyStatus>
    {
        ["available"] = CopyStatus.Available,
        ["in"] = CopyStatus.Available,
        ["onshelf"] = CopyStatus.Available,
        ["checkedin"] = CopyStatus.Available,
        ["reshelving"] = CopyStatus.Available,
        ["ondisplay"] = CopyStatus.Available,
        ["disponible"] = CopyStatus.Available,
        ["checkedout"] = CopyStatus.CheckedOut,
        ["out"] = CopyStatus.CheckedOut,
        ["onloan"] = CopyStatus.CheckedOut,
        ["loaned"] = CopyStatus.CheckedOut,
        ["charged"] = CopyStatus.CheckedOut,
        ["due"] = CopyStatus.CheckedOut,
        ["overdue"] = CopyStatus.CheckedOut,
        ["longoverdue"] = CopyStatus.CheckedOut,
        ["ill"] = CopyStatus.CheckedOut,
        ["prestado"] = CopyStatus.CheckedOut,
        ["onhold"] = CopyStatus.OnHoldShelf,
        ["onholdshelf"] = CopyStatus.OnHoldShelf,
        ["onholdsshelf"] = CopyStatus.OnHoldShelf,
        ["holdshelf"] = CopyStatus.OnHoldShelf,
        ["reserved"] = CopyStatus.OnHoldShelf,
        ["reservado"] = CopyStatus.OnHoldShelf,
        ["onorder"] = CopyStatus.OnOrder,
        ["ordered"] = CopyStatus.OnOrder,
        ["acquisitions"] = CopyStatus.OnOrder,
        ["inprocess"] = CopyStatus.InProcess,
        ["inprocessing"] = CopyStatus.InProcess,
        ["cataloging"] = CopyStatus.InProcess,
        ["cataloguing"] = CopyStatus.InProcess,
        ["temporarilyunavailable"] = CopyStatus.InProcess,
        ["inrepair"] = CopyStatus.InRepair,
        ["repair"] = CopyStatus.InRepair,
        ["mending"] = CopyStatus.InRepair,
        ["bindery"] = CopyStatus.InRepair,
        ["damaged"] = CopyStatus.InRepair,
        ["intransit"] = CopyStatus.InTransit,
        ["transit"] = CopyStatus.InTransit,
        ["libraryuseonly"] = CopyStatus.LibraryUseOnly,
        ["inlibraryuseonly"] = CopyStatus.LibraryUseOnly,
        ["libuseonly"] = CopyStatus.LibraryUseOnly,
        ["reference"] = CopyStatus.LibraryUseOnly,
        ["noncirculating"] = CopyStatus.LibraryUseOnly,
        ["notforloan"] = CopyStatus.LibraryUseOnly,
        ["reserves"] = CopyStatus.LibraryUseOnly,
        ["missing"] = CopyStatus.Missing,
        ["trace"] = CopyStatus.Missing,
        ["claimsreturned"] = CopyStatus.Missing,
        ["perdido"] = CopyStatus.Lost,
        ["lost"] = CopyStatus.Lost,
        ["lostandpaid"] = CopyStatus.Lost,
        ["withdrawn"] = CopyStatus.Withdrawn,
        ["discard"] = CopyStatus.Withdrawn,
        ["discarded"] = CopyStatus.Withdrawn,
        ["weeded"] = CopyStatus.Withdrawn,
        ["deleted"] = CopyStatus.Withdrawn,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The status, or null where the words are not known. Case, blanks, hyphens and stops do not matter.</summary>
    public static CopyStatus? Parse(string text) =>
        Words.TryGetValue(string.Concat(text.Where(char.IsLetter)), out var status) ? status : null;
}
