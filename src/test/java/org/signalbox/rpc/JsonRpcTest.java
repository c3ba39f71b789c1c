// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.rpc.JsonRpc.Manners;

class JsonRpcTest {
  private static final String INVALID = "{'code':-32600,'message':'Invalid Request'}";

  private final RpcRegistry registry = new RpcRegistry();

  @BeforeEach
  void commands() {
    registry.open(true);
    registry.register(
        RpcCommand.reading(
                "core.echo", "", call -> call.rest(RpcParameter.ANY_TEXT).forEach(call::add))
            .listed());
    registry.register(RpcCommand.changing("test.none", "", call -> {}));
    registry.register(
        RpcCommand.reading(
            "test.fault",
            "",
            call ->
                call.fault(
                    call.need(RpcParameter.INTEGER).intValue(), call.need(RpcParameter.TEXT))));
  }

  private JsonRpc.Answer ask(Manners manners, String document) {
    return new JsonRpc(registry, manners, false)
        .call(document.replace('\'', '"'), command -> !command.changing());
  }

  private String kamailio(String document) {
    return ask(Manners.KAMAILIO, document).body().replace('"', '\'');
  }

  private String standard(String document) {
    return ask(Manners.STANDARD, document).body().replace('"', '\'');
  }

  /** rpc.md, cases 1 and 3 to 11. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'params':['a'],'id':1 | ['a'],'id':1",
        "'params':['a'],'id':'str' | ['a'],'id':'str'",
        "'params':['a'] | ['a']",
        "'id':null | [],'id':null",
        "'id':1.5 | [],'id':1.500000",
        "'id':12345678901234 | [],'id':12345678901234",
        "'id':true | [],'id':1",
        "'id':[1] | [],'id':0",
        "'params':{'x':'a','y':2},'id':1 | ['a','2'],'id':1",
        "'params':['a',1,true,null,1.5],'id':1 | ['a','1'],'id':1",
        "'params':[-5],'id':1,'more':{} | ['-5'],'id':1",
      })
  void kamailiosCallersAreAnsweredAsTheyAreUsedTo(String request, String result) {
    assertThat(kamailio("{'jsonrpc':'2.0','method':'core.echo'," + request + "}"))
        .isEqualTo("{'jsonrpc':'2.0','result':" + result + "}");
  }

  /** rpc.md, cases 14 to 17 and 19, the better way. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'jsonrpc':'1.0','method':'core.echo','id':1} | 1",
        "{'method':'core.echo','id':1} | 1",
        "{'jsonrpc':'2.0','id':1} | 1",
        "{'jsonrpc':'2.0','method':5,'id':1} | 1",
        "[] | null",
        "5 | null",
        "'s' | null",
        "{} | null",
      })
  void whatIsNoRequestIsRefused(String document, String id) {
    assertThat(kamailio(document))
        .isEqualTo("{'jsonrpc':'2.0','error':" + INVALID + ",'id':" + id + "}");
    assertThat(ask(Manners.KAMAILIO, document).code()).isEqualTo(400);
  }

  /** Case 12. */
  @Test
  void parametersAreAListOrAnObject() {
    assertThat(kamailio("{'jsonrpc':'2.0','method':'core.echo','params':'a','id':1}"))
        .isEqualTo(
            "{'jsonrpc':'2.0','error':{'code':-32602,'message':'Invalid Parameters'},'id':1}");
  }

  /** Case 20. */
  @Test
  void whatIsNoJsonIsAParseError() {
    assertThat(ask(Manners.KAMAILIO, "{'jsonrpc':'2.0'"))
        .isEqualTo(
            new JsonRpc.Answer(
                400,
                "Parse Error",
                "{'jsonrpc':'2.0','error':{'code':-32700,'message':'Parse Error'},'id':null}"
                    .replace('\'', '"')));
  }

  /** Case 18. */
  @Test
  void aBatchHasAnAnswerForEachRequest() {
    assertThat(
            kamailio(
                "[{'jsonrpc':'2.0','method':'core.echo','params':['a'],'id':1},7,"
                    + "{'jsonrpc':'2.0','method':'no.such','id':2}]"))
        .isEqualTo(
            "[{'jsonrpc':'2.0','result':['a'],'id':1},"
                + ("{'jsonrpc':'2.0','error':" + INVALID + ",'id':null},")
                + "{'jsonrpc':'2.0','error':{'code':500,'message':'Method Not Found'},'id':2}]");
  }

  @Test
  void aBatchHasABound() {
    String one = "{'jsonrpc':'2.0','method':'core.echo','id':1}";
    List<String> many = new ArrayList<>();
    for (int i = 0; i <= JsonRpc.LARGEST_BATCH; i++) {
      many.add(one);
    }
    assertThat(kamailio("[" + String.join(",", many) + "]")).contains("-32600");
  }

  @Test
  void aFaultIsTheStatusOfHttp() {
    assertThat(ask(Manners.KAMAILIO, fault(404, "No such queue")))
        .isEqualTo(
            new JsonRpc.Answer(
                404,
                "No such queue",
                "{'jsonrpc':'2.0','error':{'code':404,'message':'No such queue'},'id':1}"
                    .replace('\'', '"')));
    assertThat(kamailio(fault(0, "x"))).contains("{'code':-32000,'message':'Execution Error'}");
    assertThat(ask(Manners.KAMAILIO, fault(-5, "x")).code()).isEqualTo(500);
    assertThat(ask(Manners.KAMAILIO, fault(500, "é".repeat(80))).reason())
        .isEqualTo("é".repeat(63));
  }

  private static String fault(int code, String text) {
    return "{'jsonrpc':'2.0','method':'test.fault','params':["
        + (code + ",'" + text + "'],'id':1}");
  }

  @Test
  void theStandardKnowsRequestsThatAreNotAnswered() {
    assertThat(standard("{'jsonrpc':'2.0','method':'core.echo'}")).isEmpty();
    assertThat(standard("{'jsonrpc':'2.0','method':'no.such'}")).isEmpty();
    assertThat(standard("[{'jsonrpc':'2.0','method':'core.echo'}]")).isEmpty();
    assertThat(
            standard(
                "[{'jsonrpc':'2.0','method':'core.echo'},"
                    + "{'jsonrpc':'2.0','method':'no.such','id':2}]"))
        .isEqualTo(
            "[{'jsonrpc':'2.0','error':{'code':-32601,'message':'Method Not Found'},'id':2}]");
    assertThat(standard("{'jsonrpc':'2.0','method':'core.echo','id':[1]}")).contains("-32600");
  }

  @Test
  void whatACallerMayNotDoIsForbidden() {
    assertThat(standard("{'jsonrpc':'2.0','method':'test.none','id':1}"))
        .isEqualTo("{'jsonrpc':'2.0','error':{'code':403,'message':'Forbidden'},'id':1}");
  }
}
