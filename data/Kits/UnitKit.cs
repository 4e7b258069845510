using System.Text.Json;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Data.Kits;

/// <summary>A kit that a member of staff keeps under a name.</summary>
public sealed class UnitKit
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int OwnerId { get; set; }

    /// <summary>Its name, as its owner wrote it.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is compared, <see cref="KeyOf"/>; unique with the owner.</summary>
    public required string NameKey { get; set; }

    /// <summary>What it was made for, as JSON; <see cref="Request"/> reads it.</summary>
    public required string RequestJson { get; set; }

    /// <summary>When it was first kept, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last kept, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Its titles.</summary>
    public List<UnitKitTitle> Titles { get; set; } = [];

    /// <summary>What it was made for.</summary>
    public KitRequest Request => (JsonSerializer.Deserialize<KitRequest>(RequestJson, JsonSerializerOptions.Default) ?? new KitRequest()).Bounded();

    /// <summary>A name as it is compared: upper case, blanks made single.</summary>
    public static string KeyOf(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>A request as it is kept.</summary>
    public static string JsonOf(KitRequest request) => JsonSerializer.Serialize(request, JsonSerializerOptions.Default);
}

/// <summary>A title of a kept kit.</summary>
public sealed class UnitKitTitle
{
    /// <summary>The kit.</summary>
    public int KitId { get; set; }

    /// <summary>Its place in the kit, from 0.</summary>
    public int Position { get; set; }

    /// <summary>What it is for.</summary>
    public KitPart Part { get; set; }

    /// <summary>Which group of the request it is for, from 1; 0 where it is for none.</summary>
    public int GroupNumber { get; set; }

    /// <summary>The title.</summary>
    public int TitleId { get; set; }

    /// <summary>How many copies; 0 online.</summary>
    public int Copies { get; set; }
}

/// <summary>A link by which a kit can be seen without an account, and opened by other staff, until it ends.</summary>
public sealed class KitShare
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The kit; it has one link at a time.</summary>
    public int KitId { get; set; }

    /// <summary>What nobody can guess: 24 random bytes in base64url; unique.</summary>
    public required string Token { get; set; }

    /// <summary>When it was made or last asked for again, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
