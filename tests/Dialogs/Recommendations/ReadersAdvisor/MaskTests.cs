using LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

namespace LibraryBot.Tests.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>What may not leave the school, in both languages and in children's spelling.</summary>
public sealed class MaskTests
{
    private static readonly Mask s_mask = new(
        new RosterNames(
        [
            "Maya Chen", "Liam O'Brien", "Sofía García-López", "Rose Hunter", "Will Grace", "Hope King", "José Ángel Núñez", "Ms. Rivera", "Sra. Elena Fuentes", "Anne-Marie D'Angelo",
            "Nguyễn Văn An", "Zoë Kowalski", "María de los Ángeles Cruz", "Mr. Okafor", "Jack", "Björn Åberg", "Omar Siddiqui",
        ]),
        ["alee27", "student"],
        ["Maple Grove School", "Maple Grove Library"]);

    [Theory]
    [InlineData("maya chen wants a dog book", "chen")]
    [InlineData("Maya's mom says no horror", "maya")]
    [InlineData("a book for mayas brother", "mayas")]
    [InlineData("CHEN, MAYA needs a comic", "chen")]
    [InlineData("liam o'brien wants dinosaurs", "brien")]
    [InlineData("liam o’brien wants dinosaurs", "brien")]
    [InlineData("liam obrien wants dinosaurs", "obrien")]
    [InlineData("liam o brien wants dinosaurs", "brien")]
    [InlineData("O'Brien likes dinosaurs", "brien")]
    [InlineData("o brien likes dinosaurs", "brien")]
    [InlineData("sofia garcia lopez quiere cuentos", "garcia")]
    [InlineData("Sofía García-López quiere cuentos", "lópez")]
    [InlineData("a Sofia Garcia le gustan los gatos", "garcia")]
    [InlineData("rose hunter wants a mystery", "rose")]
    [InlineData("Hunter, Rose wants a mystery", "hunter")]
    [InlineData("for Will Grace in 3rd grade", "grace")]
    [InlineData("hope king is sad", "hope")]
    [InlineData("Hope's book, I mean Hope K. King", "hope k")]
    [InlineData("jose angel nunez quiere un libro", "nunez")]
    [InlineData("José Núñez quiere un libro", "núñez")]
    [InlineData("anne marie d'angelo wants horses", "angelo")]
    [InlineData("Anne-Marie wants horses", "marie")]
    [InlineData("nguyen van an wants soccer", "nguyen")]
    [InlineData("zoe kowalski wants soccer", "kowalski")]
    [InlineData("maria de los angeles cruz quiere terror", "cruz")]
    [InlineData("bjorn aberg wants vikings", "bjorn")]
    [InlineData("ms rivera told me to read", "rivera")]
    [InlineData("la sra fuentes dice que lea", "fuentes")]
    [InlineData("mr. okafor's class needs frogs", "okafor")]
    [InlineData("mrs smith's class needs frogs", "smith")]
    [InlineData("Coach Tanaka wants sports books", "tanaka")]
    [InlineData("my teacher Tanaka wants sports books", "tanaka")]
    [InlineData("mi maestra Tanaka quiere cuentos", "tanaka")]
    [InlineData("my name is tobias and i like cats", "tobias")]
    [InlineData("my name is Tobias Underwood. I like cats", "underwood")]
    [InlineData("my name is tobias underwood and i like cats", "underwood")]
    [InlineData("my names tobias", "tobias")]
    [InlineData("my name's Tobias", "tobias")]
    [InlineData("hi im Tobias and i like cats", "tobias")]
    [InlineData("I'm Tobias Underwood, 4th grade", "underwood")]
    [InlineData("call me Tobias", "tobias")]
    [InlineData("this is Tobias from room 4", "tobias")]
    [InlineData("me llamo tobias y me gustan los perros", "tobias")]
    [InlineData("me llamo Tobías del Río y me gustan los perros", "río")]
    [InlineData("mi nombre es Ximena Arce", "arce")]
    [InlineData("soy Ximena Arce y quiero terror", "ximena")]
    [InlineData("mi amiga Ximena quiere cuentos de terror", "ximena")]
    [InlineData("mi hermano se llama ximeno", "ximeno")]
    [InlineData("my friend Tobias likes frogs", "tobias")]
    [InlineData("my best friend is Tobias and he likes frogs", "tobias")]
    [InlineData("my sister named tobiah likes frogs", "tobiah")]
    [InlineData("my dog Biscuit died", "biscuit")]
    [InlineData("a funny book please. thanks, Tobias", "tobias")]
    [InlineData("un libro de risa por favor. Gracias, Ximena Arce", "arce")]
    [InlineData("my name is Rose and i like cats", "rose")]
    [InlineData("me llamo Luz y quiero cuentos", "luz")]
    [InlineData("carlos wants a book about trains", "carlos")]
    public void NamesStayHere(string said, string secret)
    {
        var masked = s_mask.Apply(said);

        Assert.DoesNotContain(secret, masked, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[name]", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("write me at sam.lee@oak.example.org", "sam.lee")]
    [InlineData("write me at SAM_LEE+x@oak.k12.tx.us", "sam_lee")]
    [InlineData("sam at gmail dot com", "gmail")]
    [InlineData("sam (at) gmail (dot) com", "gmail")]
    [InlineData("sam[at]gmail.com", "gmail")]
    [InlineData("sam @ gmail . com", "gmail")]
    [InlineData("sam arroba gmail punto com", "gmail")]
    [InlineData("sam AT oak DOT example DOT org", "oak")]
    [InlineData("call 555-0134-222", "0134")]
    [InlineData("call (512) 555-0134", "0134")]
    [InlineData("call 512.555.0134", "0134")]
    [InlineData("call 512 555 0134", "0134")]
    [InlineData("call 5125550134", "512555")]
    [InlineData("call +1 512-555-0134", "0134")]
    [InlineData("call 555-0134", "0134")]
    [InlineData("llama al +52 55 1234 5678", "1234")]
    [InlineData("my number is five five five oh one three four", "three four")]
    [InlineData("mi número es cinco cinco cinco cero uno tres cuatro", "tres cuatro")]
    [InlineData("my student id is 48213", "48213")]
    [InlineData("my lunch number is 482", "482")]
    [InlineData("i am s0048213", "0048213")]
    [InlineData("i am alee27", "alee27")]
    [InlineData("follow @sam_lee for more", "sam_lee")]
    [InlineData("my insta is sam.lee.9", "sam.lee")]
    [InlineData("see www.samlee.example/books", "samlee")]
    [InlineData("i live at 12 oak street and like cats", "oak street")]
    [InlineData("12 Elm Street has ghosts", "12 elm")]
    [InlineData("vivo en la calle luna 45, quiero terror", "luna 45")]
    [InlineData("born 04/05/2015 i like cats", "04/05")]
    [InlineData("i go to maple grove school", "maple")]
    [InlineData("i go to Maple Grove", "maple")]
    [InlineData("here at MAPLE GROVE LIBRARY", "grove")]
    [InlineData("I go to Sunny Slope Elementary and like cats", "slope")]
    [InlineData("voy a la Escuela Benito Juárez y quiero cuentos", "juárez")]
    public void NumbersAddressesAndTheSchoolStayHere(string said, string secret) =>
        Assert.DoesNotContain(secret, s_mask.Apply(said), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("my dog died and i want a book that gets it but isnt too sad")]
    [InlineData("i want something funny like a graphic novel, under 200 pages")]
    [InlineData("a book about the war 1939-1945 for grade 7")]
    [InlineData("a book about Rosa Parks or Harriet Tubman")]
    [InlineData("i miss my grandma and i will hope for a rose")]
    [InlineData("books with a lexile of 700 to 800")]
    [InlineData("un libro sobre la luna y las estrellas para niños de 8 años")]
    [InlineData("quiero algo de miedo pero no tanto")]
    [InlineData("someone who is brave, with grace, in the year 1776")]
    [InlineData("I'm sad and I want a happy book")]
    [InlineData("soy maestra y busco cuentos de 3 a 5 años")]
    [InlineData("im new here and i dont speak english well")]
    public void WhatIsNobodysBusinessToHideIsLeftAsItIs(string said) => Assert.Equal(said, s_mask.Apply(said));
}
