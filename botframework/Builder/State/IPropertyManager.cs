namespace Microsoft.Bot.Builder;

/// <summary>Makes accessors to the properties it manages.</summary>
public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
