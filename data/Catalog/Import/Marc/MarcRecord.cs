namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>One MARC 21 record, decoded: the leader and the fields in the order of the record.</summary>
/// <param name="Leader">24 characters, as read.</param>
internal sealed record MarcRecord(string Leader)
{
    /// <summary>Control and data fields, in the order of the record.</summary>
    public List<MarcField> Fields { get; } = [];

    /// <summary>What was found wrong while reading.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>East Asian characters that were left undecoded.</summary>
    public int EaccCharacters { get; set; }

    /// <summary>The value of the first control field with this tag, or null.</summary>
    public string? Control(string tag)
    {
        foreach (var field in Fields)
        {
            if (field.Tag == tag && field.Value is not null)
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>The data fields with this tag.</summary>
    public IEnumerable<MarcField> All(string tag)
    {
        foreach (var field in Fields)
        {
            if (field.Tag == tag && field.Value is null)
            {
                yield return field;
            }
        }
    }

    /// <summary>The first data field with this tag, or null.</summary>
    public MarcField? First(string tag)
    {
        foreach (var field in Fields)
        {
            if (field.Tag == tag && field.Value is null)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The leader's character at a position, blank where the leader is too short.</summary>
    public char LeaderAt(int position) => position < Leader.Length ? Leader[position] : ' ';
}

/// <summary>One field: a control field has a value, a data field has indicators and subfields.</summary>
/// <param name="Tag">Three characters.</param>
/// <param name="Indicator1">The first indicator, blank in a control field.</param>
/// <param name="Indicator2">The second indicator, blank in a control field.</param>
/// <param name="Value">The value of a control field; null in a data field.</param>
internal sealed record MarcField(string Tag, char Indicator1, char Indicator2, string? Value)
{
    /// <summary>The subfields in their order; empty in a control field.</summary>
    public List<MarcSubfield> Subfields { get; } = [];

    /// <summary>The first subfield with this code that is not blank, trimmed; null where there is none.</summary>
    public string? this[char code]
    {
        get
        {
            foreach (var subfield in Subfields)
            {
                if (subfield.Code == code && !string.IsNullOrWhiteSpace(subfield.Value))
                {
                    return subfield.Value.Trim();
                }
            }

            return null;
        }
    }

    /// <summary>All subfields with this code that are not blank, trimmed.</summary>
    public IEnumerable<string> All(char code)
    {
        foreach (var subfield in Subfields)
        {
            if (subfield.Code == code && !string.IsNullOrWhiteSpace(subfield.Value))
            {
                yield return subfield.Value.Trim();
            }
        }
    }

    /// <summary>The subfields whose codes are among these, in the order of the field, joined with a blank.</summary>
    public string Join(string codes) =>
        string.Join(' ', Subfields.Where(each => codes.Contains(each.Code, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(each.Value)).Select(each => each.Value.Trim()));
}

/// <summary>One subfield.</summary>
internal readonly record struct MarcSubfield(char Code, string Value);
